import { randomUUID } from 'node:crypto';
import { type AddRows, asFiller, type Row } from '@lxq/db/demo/rows.ts';
import { copiesHandedOut } from '@lxq/schema/digests/digest-document.ts';
import { plainText, richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import type pg from 'pg';
import { BIG_COUNTY } from './shapes.ts';

interface Source {
  id: string;
  content: string;
  township: string;
  topic: string;
  portfolio: string;
}

const RECIPIENTS = {
  report: ['市委办公室', '县委书记', '县长'],
  send: ['县委副书记', '县委常委', '副县长'],
  issue: ['各乡镇党委', '县直各部门', '各重点企业'],
};

/** An issue being edited in the big county, of so many items, each of three paragraphs and resting on a report; gives its id. */
export async function makeIssue(client: pg.Client, items: number): Promise<string> {
  await client.query('begin');
  const add = await asFiller(client);
  const sources = await sourcesOf(client, items);
  const id = randomUUID();
  await add('digest', [digestRow(id)]);
  await addItems(add, id, sources);
  await client.query('commit');
  return id;
}

async function sourcesOf(client: pg.Client, count: number): Promise<Source[]> {
  const { rows } = await client.query<Source>(
    `select r.id, r.content, u.name as township, t.name as topic, p.portfolio_id as portfolio from report r
     join unit u on u.county_code = r.county_code and u.code = r.township_code
     join term t on t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code
     join portfolio_topic p on p.county_code = r.county_code and p.topic_code = r.topic_code
     where r.county_code = $1 and r.line = 'LINE' order by p.portfolio_id, r.submitted_at desc limit $2`,
    [BIG_COUNTY, count],
  );
  return rows;
}

const digestRow = (id: string): Row => ({
  county_code: BIG_COUNTY,
  id,
  state: 'EDITING',
  period_from: '2026-01-01',
  period_to: '2026-01-10',
  title: '十日信息摘报',
  mark: '内部资料 注意保存',
  issuer: '县群众工作办公室',
  copies: copiesHandedOut(RECIPIENTS),
  recipients: RECIPIENTS,
});

async function addItems(add: AddRows, digest: string, sources: readonly Source[]): Promise<void> {
  const made = sources.map((source, i) => ({ source, id: randomUUID(), position: i + 1 }));
  const rows = made.map(({ source: { content, township, topic, portfolio }, id, position }) => {
    const body = richTextFromPlain(
      `${township}：${content}\n群众的想法：请有关部门到现场看一看，拿出办法，并把结果告诉大家。\n建议：由主管部门会同${township}，五个工作日内逐户核对，能办的当场办。`,
    );
    return {
      county_code: BIG_COUNTY,
      id,
      digest_id: digest,
      position,
      kind: 'NORMAL',
      portfolio_id: portfolio,
      title: `${township}群众反映${topic}问题`,
      body,
      text: plainText(body),
    };
  });
  await add('digest_item', rows);
  const links = made.map(({ source, id }) => ({
    county_code: BIG_COUNTY,
    item_id: id,
    report_id: source.id,
    digest_id: digest,
  }));
  await add('digest_item_report', links);
}

/** The bench's data stay as they were made. */
export async function dropIssue(client: pg.Client, id: string): Promise<void> {
  for (const table of ['digest_file', 'digest_item_report', 'digest_item'])
    await client.query(`delete from ${table} where county_code = $1 and digest_id = $2`, [BIG_COUNTY, id]);
  await client.query('delete from digest where county_code = $1 and id = $2', [BIG_COUNTY, id]);
}
