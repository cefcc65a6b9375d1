import { type DigestHead, headOf, headProblems, itemProblems, titleOf } from '@lxq/schema/digests/digest-draft.ts';
import { parseRichText, type RichText, RichTextError } from '@lxq/schema/digests/rich-text.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { badInput } from '../platform/contract/errors.ts';
import { filled, refuseFirst } from '../platform/contract/words.ts';
import { isUuid } from '../platform/tables/ids.ts';
import type { Recipients } from './digest.entity.ts';
import { RichTextScalar } from './digest.scalars.ts';
import { DIGEST_WORDS, DRAFT_WORDS } from './digest.words.ts';

@InputType()
export class RecipientsInput implements Recipients {
  @Field(() => [String]) report!: string[];
  @Field(() => [String]) send!: string[];
  @Field(() => [String]) issue!: string[];
}

@InputType()
export class DigestItemInput {
  @Field(() => ID, { nullable: true, description: 'Absent for a new item.' }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => ID, { nullable: true }) portfolio?: string | null;
  @Field(() => String) title!: string;
  @Field(() => RichTextScalar) body!: unknown;
  @Field(() => [ID]) reports!: string[];
  @Field(() => ID, { nullable: true }) corrects?: string | null;
  @Field(() => [ID], { nullable: true, description: 'In the order in which they are printed; absent: as they stand.' })
  pictures?: string[] | null;
}

/** The head as it is kept. */
export function checkHead(given: DigestHead): DigestHead {
  refuseFirst(headProblems(given), DRAFT_WORDS);
  return headOf(given);
}

export function checkTitle(title: string): string {
  refuseFirst(itemProblems({ title }), DRAFT_WORDS);
  return titleOf(title);
}

/** The one canonical form of an item's text; a refusal names the place in it. */
export function checkBody(body: unknown): RichText {
  try {
    return parseRichText(body);
  } catch (error) {
    if (!(error instanceof RichTextError)) throw error;
    const { place, message } = error;
    throw badInput('item.body', ...filled(DIGEST_WORDS.body, { place, message }));
  }
}

/** Ids of ours without repeats; anything else names nothing of ours. */
export function checkIds(field: string, ids: readonly string[], count: number): string[] {
  const unique = [...new Set(ids.map((id) => id.toLowerCase()))];
  if (unique.length > count) throw badInput(field, `最多 ${count} 条`, `At most ${count}`);
  if (!unique.every(isUuid)) throw badInput(field, '编号无效', 'No such id');
  return unique;
}
