import { DRAFT_NO, type OfficialPaperKind } from '@lxq/schema/papers/official-papers.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import { Field, ObjectType } from 'type-graphql';
import { jsonScalar, PLAIN } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { OfficialPaperKindEnum } from './paper.entity.ts';
import { type Draft, drawn } from './paper.service.ts';

export const PaperBlocksScalar = jsonScalar(
  'PaperBlocks',
  'The lines of a paper as schema/texts/paper.ts describes them.',
);

@ObjectType({
  ...PLAIN,
  description: 'A paper as it would be issued now (草稿): it has no number, and is kept nowhere.',
})
export class PaperDraft {
  @Field(() => OfficialPaperKindEnum) kind!: OfficialPaperKind;
  @Field(() => String) title!: string;
  @Field(() => PaperBlocksScalar) blocks!: Block[];
}

export const shown = (scope: Scope, drafts: readonly Draft[]): Promise<PaperDraft[]> =>
  Promise.all(
    drafts.map(async (draft) => ({
      ...{ kind: draft.kind, title: draft.title },
      blocks: (await drawn(scope, draft, DRAFT_NO)).blocks,
    })),
  );
