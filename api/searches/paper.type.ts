import { PAPER_KINDS, type PaperKind } from '@lxq/schema/searches/papers.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';

export const PaperKindEnum = enumOf('PaperKind', PAPER_KINDS);

@ObjectType('PaperHit', {
  ...PLAIN,
  description: 'A paper, a piece of one, or a case that holds what is searched for.',
})
export class PaperHit {
  @Field(() => ID) id!: string;
  @Field(() => PaperKindEnum) kind!: PaperKind;
  @Field(() => String, {
    description:
      'For people: 2026-3 of an issue, 2026-0290 of an instruction, 案2026-0012 of a case, 告字〔2026〕12号 of a paper.',
  })
  no!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'The part of its text where the first word stands.' }) text!: string;
  @Field(() => InstantScalar) at!: Date;
  @Field(() => ID, { nullable: true, description: 'The issue that it is, is a piece of, or rests on.' })
  digestId!: string | null;
  @Field(() => ID, { nullable: true }) itemId!: string | null;
  @Field(() => Int, { nullable: true }) itemNumber!: number | null;
  @Field(() => ID, { nullable: true }) reportId!: string | null;
}
export const PaperHitConnection = connectionType('PaperHit', () => PaperHit);
