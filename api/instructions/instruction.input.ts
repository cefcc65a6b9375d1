import { instructionProblems, instructionText } from '@lxq/schema/instructions/instruction-draft.ts';
import { Field, ID, InputType } from 'type-graphql';
import { checkClientId } from '../platform/contract/client-ids.ts';
import { badInput } from '../platform/contract/errors.ts';
import { DayScalar } from '../platform/contract/graphql.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { DRAFT_WORDS, INSTRUCTION_WORDS } from './instruction.words.ts';

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

/** What a draft must hold before the database is asked; gives back its text as it is kept. */
export function checkDraft(draft: InstructionDraft, now: Date): string {
  checkClientId(draft.clientId);
  refuseFirst(instructionProblems(draft, now), DRAFT_WORDS);
  if (Boolean(draft.item) === Boolean(draft.report)) throw badInput('item', ...INSTRUCTION_WORDS.subject);
  return instructionText(draft.text);
}
