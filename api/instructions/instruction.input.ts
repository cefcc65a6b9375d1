import { instructionProblems, instructionText } from '@lxq/schema/instructions/instruction-draft.ts';
import { INSTRUCTION_TRAYS, type InstructionTray } from '@lxq/schema/instructions/instruction-states.ts';
import { Field, ID, InputType } from 'type-graphql';
import { checkClientId } from '../platform/contract/client-ids.ts';
import { badInput } from '../platform/contract/errors.ts';
import { DayScalar, enumOf } from '../platform/contract/graphql.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { DRAFT_WORDS, INSTRUCTION_WORDS } from './instruction.words.ts';

const TRAYS = Object.keys(INSTRUCTION_TRAYS) as InstructionTray[];

@InputType()
export class InstructionDraft {
  @Field(() => ID, { description: 'Made on the device: the second tap sends the same instruction, not another.' })
  clientId!: string;
  @Field(() => ID, { nullable: true, description: 'A digest item or a report.' }) item?: string | null;
  @Field(() => ID, { nullable: true }) report?: string | null;
  @Field(() => ID, { nullable: true, description: 'One of the leader’s own, whose result this follows.' })
  parent?: string | null;
  @Field(() => String) text!: string;
  @Field(() => ID) responsibleUnit!: string;
  @Field(() => DayScalar) dueOn!: string;
}

/** What a draft must hold before the database is asked; gives back its text as it is kept. */
export function checkDraft(draft: InstructionDraft, now: Date): string {
  checkClientId(draft.clientId);
  refuseFirst(instructionProblems(draft, now), DRAFT_WORDS);
  if ([draft.item, draft.report, draft.parent].filter(Boolean).length !== 1)
    throw badInput('item', ...INSTRUCTION_WORDS.subject);
  return instructionText(draft.text);
}

export const InstructionTrayEnum = enumOf('InstructionTray', TRAYS);

@InputType()
export class InstructionFilter {
  @Field(() => InstructionTrayEnum, { nullable: true }) tray?: InstructionTray | null;
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Open, and past their day.' }) overdue?: boolean | null;
}

@InputType()
export class ActingUnits {
  @Field(() => ID) mainUnit!: string;
  @Field(() => [ID]) coUnits!: string[];
}
@InputType()
export class InstructionRegistration extends ActingUnits {
  @Field(() => String, { description: 'What the matter is, for units that may not read the report.' }) brief!: string;
  @Field(() => DayScalar) dueOn!: string;
}
