import type { PromisedAttachment } from '@lxq/schema/attachments/attachment-draft.ts';
import { reportProblems } from '@lxq/schema/reports/report-draft.ts';
import { REPORT_SORTS } from '@lxq/schema/reports/report-sorts.ts';
import type { Line } from '@lxq/schema/reports/report-states.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AttachmentDraft, checkManifest } from '../../attachments/attachment.input.ts';
import { ASSIGNED, type Assigned } from '../../desks/assignment.read.ts';
import { checkClientId } from '../../platform/contract/client-ids.ts';
import { DayScalar, enumOf, InstantScalar } from '../../platform/contract/graphql.ts';
import { refuseFirst } from '../../platform/contract/words.ts';
import { ChannelEnum, LineEnum, type Report, ReportStateEnum, UrgencyEnum } from '../report.entity.ts';
import { DRAFT_WORDS } from '../report.words.ts';

export const TRAYS = ['TODO', 'DOING', 'OVERDUE', 'DONE'] as const;
const TrayEnum = enumOf('Tray', TRAYS);
const AssignedEnum = enumOf('Assigned', ASSIGNED);
export const ReportSortEnum = enumOf('ReportSort', REPORT_SORTS);

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
  @Field(() => AssignedEnum, {
    nullable: true,
    description: 'At the own desk: taken by the viewer, or by nobody in office.',
  })
  assigned?: Assigned | null;
  @Field(() => ID, { nullable: true, description: 'Those that bear this marker of the own desk.' }) marker?:
    | string
    | null;
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
  @Field(() => [AttachmentDraft], {
    nullable: true,
    description:
      'The manifest: part of what is told, in its order; the bytes come after the text. Sent again, it is the whole set.',
  })
  attachments?: AttachmentDraft[] | null;
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

/** What a draft must hold whoever sends it; each refusal names the field and the remedy. Answers with its manifest, as it is stored. */
export function checkDraft(draft: ReportDraft, now: Date): PromisedAttachment[] {
  checkClientId(draft.clientId);
  const { households = null, people = null } = draft;
  // Whether a reason that was not given is due, the area tells (report-draft.service.ts).
  const outsideAreaReason = draft.outsideAreaReason || null;
  refuseFirst(reportProblems({ ...draft, outsideAreaReason, households, people }, now), DRAFT_WORDS);
  return checkManifest('REPORT', draft.attachments);
}
