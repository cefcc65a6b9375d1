import { parseRichText, printable, type RichText, RichTextError } from '@lxq/schema/digests/rich-text.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { badInput } from '../platform/contract/errors.ts';
import { RichTextScalar } from '../platform/contract/graphql.ts';
import { isUuid } from '../platform/tables/ids.ts';
import type { Recipients } from './digest.entity.ts';

const { title: head, item, copies: most, recipients: list } = LIMITS.digest;

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
}

/** The head of an issue: what stands on paper above and below the items. */
export interface DigestHead {
  title: string;
  mark: string;
  copies: number | null;
  recipients: Recipients;
}

export function checkHead({ title, mark, copies, recipients }: DigestHead): DigestHead {
  if (copies !== null && (copies < 1 || copies > most))
    throw badInput('copies', `印数应在 1 到 ${most} 之间`, `Print 1 to ${most} copies`);
  return {
    title: words('title', title, head),
    mark: words('mark', mark, head),
    copies,
    recipients: {
      report: names('report', recipients.report),
      send: names('send', recipients.send),
      issue: names('issue', recipients.issue),
    },
  };
}

function names(kind: string, given: string[]): string[] {
  const kept = [...new Set(given.map((name) => printable(name).trim()).filter((name) => name !== ''))];
  if (kept.length > list.perKind || kept.some((name) => lengthFault(name, { min: 1, max: list.name }))) {
    const zh = `每类最多 ${list.perKind} 个对象，每个最多 ${list.name} 字`;
    throw badInput(`recipients.${kind}`, zh, `At most ${list.perKind} recipients of ${list.name} characters each`);
  }
  return kept;
}

function words(field: string, text: string, { min, max }: { min: number; max: number }): string {
  const kept = printable(text).trim();
  if (lengthFault(kept, { min, max }))
    throw badInput(field, `请填写 ${min} 到 ${max} 字`, `Write ${min} to ${max} characters`);
  return kept;
}

export const checkTitle = (title: string) => words('item.title', title, item.title);

/** The one canonical form of an item's text; a refusal names the place in it. */
export function checkBody(body: unknown): RichText {
  try {
    return parseRichText(body);
  } catch (error) {
    if (!(error instanceof RichTextError)) throw error;
    throw badInput('item.body', `正文格式不符（${error.place}），请用编辑器修改`, error.message);
  }
}

/** Ids of ours without repeats; anything else names nothing of ours. */
export function checkIds(field: string, ids: readonly string[], count: number): string[] {
  const unique = [...new Set(ids.map((id) => id.toLowerCase()))];
  if (unique.length > count) throw badInput(field, `最多 ${count} 条`, `At most ${count}`);
  if (!unique.every(isUuid)) throw badInput(field, '编号无效', 'No such id');
  return unique;
}
