import { LIMITS } from '@lxq/schema/limits.ts';
import type { Line } from '@lxq/schema/reports/report-states.ts';
import { lengthFault, visibleLength } from '@lxq/schema/texts/characters.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { badInput } from '../../platform/contract/errors.ts';
import { DayScalar, enumOf, InstantScalar } from '../../platform/contract/graphql.ts';
import { checkReason } from '../../platform/contract/reasons.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { ChannelEnum, LineEnum, type Report, ReportStateEnum, UrgencyEnum } from '../report.entity.ts';

export const TRAYS = ['TODO', 'DOING', 'OVERDUE', 'DONE'] as const;
const TrayEnum = enumOf('Tray', TRAYS);

@InputType()
export class ReportFilter {
  @Field(() => TrayEnum, { nullable: true }) tray?: (typeof TRAYS)[number] | null;
  @Field(() => [ReportStateEnum], { nullable: true }) states?: Report['state'][] | null;
  @Field(() => [ID], { nullable: true }) topics?: string[] | null;
  @Field(() => [ID], { nullable: true }) sources?: string[] | null;
  @Field(() => [LineEnum], { nullable: true }) lines?: Line[] | null;
  @Field(() => UrgencyEnum, { nullable: true }) urgency?: Report['urgency'] | null;
  @Field(() => ID, { nullable: true, description: 'Reports of this unit and the units below it.' }) under?:
    | string
    | null;
  @Field(() => DayScalar, { nullable: true }) submittedFrom?: string | null;
  @Field(() => DayScalar, { nullable: true }) submittedTo?: string | null;
  @Field(() => Boolean, { nullable: true }) problemsOnly?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "The viewer's own reports." }) mine?: boolean | null;
}

@InputType()
export class ReportDraft {
  @Field(() => ID, { description: 'Made on the device (UUIDv7) before the first save.' }) clientId!: string;
  @Field(() => ID) topic!: string;
  @Field(() => ID, { nullable: true }) source?: string | null;
  @Field(() => ID) place!: string;
  @Field(() => String, { nullable: true }) outsideAreaReason?: string | null;
  @Field(() => LineEnum, { defaultValue: 'LINE' }) line!: Line;
  @Field(() => ChannelEnum, { defaultValue: 'OFFICER' }) channel!: Report['channel'];
  @Field(() => UrgencyEnum, { defaultValue: 'NORMAL' }) urgency!: Report['urgency'];
  @Field(() => Int, { nullable: true }) households?: number | null;
  @Field(() => Int, { nullable: true }) people?: number | null;
  @Field(() => InstantScalar) occurredAt!: Date;
  @Field(() => String) content!: string;
}

@InputType()
export class UrgentPlanInput {
  @Field(() => String, { description: 'What is done about it.' }) text!: string;
  @Field(() => ID, { description: 'The unit that does it.' }) unit!: string;
  @Field(() => InstantScalar, { description: 'Until when.' }) dueAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who above was told of it (Art. 25).' }) noticeTo?: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When; now, if only who is given.' })
  noticeAt?: Date | null;
}

/** Clocks of phones run ahead; five minutes are forgiven. */
const SKEW_MS = 5 * 60_000;

const EARLIEST = Date.UTC(1900, 0, 1);
/** What a draft must hold whoever sends it; each refusal names the field and the remedy. */
export function checkDraft(draft: ReportDraft, now: Date): void {
  const { content, households, people } = LIMITS.report;
  if (!isUuid(draft.clientId)) throw badInput('clientId', '缺少设备编号', 'The client id must be a UUID');
  const fault = lengthFault(draft.content, content);
  if (fault === 'SHORT') {
    const length = visibleLength(draft.content);
    throw badInput(
      'content',
      `内容至少 ${content.min} 字，现有 ${length} 字`,
      `Write at least ${content.min} characters; there are ${length}`,
    );
  }
  if (fault === 'LONG')
    throw badInput(
      'content',
      `内容最多 ${content.max} 字，请删减`,
      `At most ${content.max} characters; please shorten it`,
    );
  if (+draft.occurredAt > +now + SKEW_MS)
    throw badInput('occurredAt', '发生时间不能晚于现在', 'It cannot have happened in the future');
  if (+draft.occurredAt < EARLIEST)
    throw badInput('occurredAt', '发生时间过早，请核对年份', 'It is too long ago; please check the year');
  checkNumber('households', draft.households, households);
  checkNumber('people', draft.people, people);
  if (draft.outsideAreaReason) checkReason('outsideAreaReason', draft.outsideAreaReason);
}

function checkNumber(field: string, value: number | null | undefined, most: number): void {
  if (value != null && (value < 0 || value > most))
    throw badInput(field, `应在 0 到 ${most} 之间`, `Must be between 0 and ${most}`);
}
