import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  CaseDraftsDocument,
  type CaseDraftsQueryVariables,
  CasePapersDocument,
  CensureDraftsDocument,
  CensurePapersDocument,
  OrderDraftsDocument,
  OrderPapersDocument,
  type PaperDraftWholeFragment,
  type PaperRowFragment,
  RevisitDraftsDocument,
  type RevisitDraftsQueryVariables,
  RevisitPapersDocument,
} from './paper.generated.ts';

/** What has papers: each is asked for its own. */
export const WITH_PAPERS = ['case', 'revisit', 'order', 'censure'] as const;
export type WithPapers = (typeof WITH_PAPERS)[number];
type Answer<Known> = { readonly [of in WithPapers]?: Known | null };

export const PAPERS: Record<WithPapers, TypedDocumentNode<Answer<{ papers: PaperRowFragment[] }>, { id: string }>> = {
  ...{ case: CasePapersDocument, revisit: RevisitPapersDocument },
  ...{ order: OrderPapersDocument, censure: CensurePapersDocument },
};

/** What a deed asks for beside its matter, and its paper tells. */
export type Given = Omit<CaseDraftsQueryVariables, 'id'> & Omit<RevisitDraftsQueryVariables, 'id'>;
export const DRAFTS: Record<
  WithPapers,
  TypedDocumentNode<Answer<{ paperDrafts: PaperDraftWholeFragment[] }>, Given & { id: string }>
> = {
  ...{ case: CaseDraftsDocument, revisit: RevisitDraftsDocument },
  ...{ order: OrderDraftsDocument, censure: CensureDraftsDocument },
};
