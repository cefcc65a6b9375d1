import type { Parts } from '../platform/contract/parts.ts';
import { AGGREGATE } from '../platform/operation/prices.ts';
import { Digest } from './digest.entity.ts';
import { digestMeasuring } from './digest.measures.ts';
import { DigestDeedResolver, DigestResolver } from './digest.resolver.ts';
import { DigestChangeResolver } from './digest-change.resolver.ts';
import { DigestFieldsResolver } from './digest-fields.resolver.ts';
import { DigestFile, DigestItem, DigestItemReport, DigestReceipt, DigestVersion } from './items/digest-item.entity.ts';
import {
  DigestFileFieldsResolver,
  DigestItemFieldsResolver,
  DigestReceiptFieldsResolver,
  DigestVersionFieldsResolver,
  ReportDigestsResolver,
} from './items/digest-item-fields.resolver.ts';
import { DigestPicture } from './pictures/digest-picture.entity.ts';

export const digests: Parts = {
  entities: [Digest, DigestItem, DigestItemReport, DigestVersion, DigestReceipt, DigestFile, DigestPicture],
  resolvers: [
    ...[DigestResolver, DigestDeedResolver, DigestFieldsResolver],
    ...[DigestItemFieldsResolver, DigestVersionFieldsResolver, DigestReceiptFieldsResolver, DigestFileFieldsResolver],
    ...[ReportDigestsResolver, DigestChangeResolver],
  ],
  measuring: digestMeasuring,
  prices: {
    'Report.digestItems': { size: 3 },
    'Digest.items': { size: 100 },
    'Digest.itemCount': { each: 2 },
    'Digest.candidates': { each: AGGREGATE },
    'Digest.candidateCounts': { size: 50, each: AGGREGATE },
    'Digest.checks': { size: 50, each: AGGREGATE },
    'Digest.document': { each: AGGREGATE },
    'Digest.files': { size: 4 },
    'Digest.receipts': { size: 30 },
    'Digest.timeline': { size: 30 },
    'Digest.versions': { size: 100 },
    'DigestItem.reports': { size: 10 },
    'DigestItem.photos': { size: 4 },
    'DigestItem.reportCount': { each: 2 },
    'Mutation.sequenceDigestItems': { each: 5 },
    'Mutation.issueDigest': { each: 5_000 },
  },
};
