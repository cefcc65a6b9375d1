import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { printable } from '@lxq/schema/digests/rich-text.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { Field, ID, InputType } from 'type-graphql';
import { badInput } from '../platform/contract/errors.ts';
import { DayScalar } from '../platform/contract/graphql.ts';
import { isUuid } from '../platform/tables/ids.ts';

@InputType()
export class InstructionDraft {
  @Field(() => ID, { description: 'Made on the device: the second tap sends the same instruction, not another.' })
  clientId!: string;
  @Field(() => ID, { nullable: true, description: 'A digest item or a report.' }) item?: string | null;
  @Field(() => ID, { nullable: true }) report?: string | null;
  @Field(() => String) text!: string;
  @Field(() => ID) responsibleUnit!: string;
  @Field(() => DayScalar) dueOn!: string;
}

/** What a draft must hold before the database is asked; gives back its text as it is kept, verbatim but for what no paper holds. */
export function checkDraft(draft: InstructionDraft, now: Date): string {
  const { text: length, dueDays } = LIMITS.instruction;
  if (!isUuid(draft.clientId)) throw badInput('clientId', '缺少设备编号', 'The client id must be a UUID');
  const lines = draft.text.split(/\r\n|\r|\n/).map(printable);
  const text = lines.join('\n').trim();
  if (lengthFault(text, length))
    throw badInput(
      'text',
      `批示应为 ${length.min} 到 ${length.max} 字`,
      `Write ${length.min} to ${length.max} characters`,
    );
  if (Boolean(draft.item) === Boolean(draft.report))
    throw badInput('item', '批示须针对一个摘报条目或一条信息', 'Instruct on an item or on a report');
  const today = dayOf(now);
  if (draft.dueOn < today || draft.dueOn > addDays(today, dueDays))
    throw badInput('dueOn', `办理期限应在今天起 ${dueDays} 天内`, `It must be due within ${dueDays} days from today`);
  return text;
}
