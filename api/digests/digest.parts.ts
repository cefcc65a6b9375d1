import type { Parts } from '../platform/contract/parts.ts';
import { Digest } from './digest.entity.ts';
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

export const digests: Parts = {
  entities: [Digest, DigestItem, DigestItemReport, DigestVersion, DigestReceipt, DigestFile],
  resolvers: [
    ...[DigestResolver, DigestDeedResolver, DigestFieldsResolver],
    ...[DigestItemFieldsResolver, DigestVersionFieldsResolver, DigestReceiptFieldsResolver, DigestFileFieldsResolver],
    ...[ReportDigestsResolver, DigestChangeResolver],
  ],
};
