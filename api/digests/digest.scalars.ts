import { jsonScalar } from '../platform/contract/graphql.ts';

export const RichTextScalar = jsonScalar(
  'RichText',
  'A rich text document as schema/digests/rich-text.ts constrains it.',
);
export const DigestDocumentScalar = jsonScalar(
  'DigestDocument',
  'The printed digest as schema/digests/digest-document.ts describes it.',
);
