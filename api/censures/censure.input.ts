import { censureProblems, type ToldCensure } from '@lxq/schema/censures/censure-draft.ts';
import { CENSURE_TRAYS, type CensureTray } from '@lxq/schema/censures/censure-states.ts';
import { Field, ID, InputType } from 'type-graphql';
import { enumOf } from '../platform/contract/graphql.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { CENSURE_DRAFT_WORDS } from './censure.words.ts';

export const CensureTrayEnum = enumOf('CensureTray', Object.keys(CENSURE_TRAYS) as CensureTray[]);

@InputType()
export class CensureFilter {
  @Field(() => CensureTrayEnum, { nullable: true }) tray?: CensureTray | null;
}

@InputType()
export class CensureText implements ToldCensure {
  @Field(() => ID) unit!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'What happened.' }) cause!: string;
  @Field(() => String, { description: 'What shows it.' }) evidence!: string;
  @Field(() => String, { description: 'Which rule it breaks.' }) rule!: string;
}
export function checkedCensure(given: CensureText): CensureText {
  const [title, cause, evidence, rule] = [given.title, given.cause, given.evidence, given.rule].map((text) =>
    text.trim(),
  );
  const told = { ...given, title, cause, evidence, rule } as CensureText;
  refuseFirst(censureProblems(told), CENSURE_DRAFT_WORDS);
  return told;
}
