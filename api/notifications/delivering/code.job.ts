import { CHANNEL_LIMITS } from '@lxq/schema/notifications/channels.ts';
import { filled, type Words, wordsIn } from '../../platform/contract/words.ts';
import type { Database } from '../../platform/scope/database.ts';
import { addressIn, type Told } from '../channels/channel.address.ts';
import { codeOf, hashOf } from '../channels/channel.code.ts';
import { one } from './answer.ts';
import { mail } from './mail.ts';

const SUBJECT: Words = ['【连心桥】邮箱验证码', '[Lianxinqiao] Your code'];
const TEXT: Words = [
  '验证码：{code}\n请在 {minutes} 分钟内到“通知设置”中输入。不是您本人操作的，请不要理会这封邮件。',
  'Code: {code}\nType it among your notification settings within {minutes} minutes. If this was not you, ignore this letter.',
];

/** Makes a mailbox its code and sends it there, and fails where nobody takes the letter now: the queue comes back. What refuses it for good is no mailbox. */
export async function sendCode(database: Database, payload: unknown): Promise<void> {
  const { county, channel } = payload as { county: number; channel: string };
  const { minutes } = CHANNEL_LIMITS.code;
  const told = await one<(Told & { codeAt: string }) | null>(
    database.jobs,
    'select app.code_to_send($1, $2, $3::interval)',
    [county, channel, `${minutes} minutes`],
  );
  const address = told && addressIn(told, county, channel);
  if (!address) return;
  const [mailbox, at] = [{ countyCode: county, id: channel }, new Date(told.codeAt)];
  const code = codeOf(mailbox, at);
  const keep = 'select app.keep_code($1, $2, $3, $4)';
  if (!(await one<boolean>(database.jobs, keep, [county, channel, at, hashOf(mailbox, code)]))) return;
  const { became, why } = await mail(address, {
    subject: wordsIn(told.language, SUBJECT),
    text: wordsIn(told.language, filled(TEXT, { code: code.replace(/(?=.{4}$)/, ' '), minutes })),
  });
  if (became === 'QUEUED') throw new Error('the letter with a code waits');
  if (became === 'FAILED') await database.jobs.query('select app.end_channel($1, $2, $3)', [county, channel, why]);
}
