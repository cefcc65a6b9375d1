import type { Parts } from '../platform/contract/parts.ts';
import { Attachment } from './attachment.entity.ts';
import { AttachmentResolver } from './attachment.resolver.ts';

export const attachments: Parts = {
  entities: [Attachment],
  resolvers: [AttachmentResolver],
  prices: {
    'Mutation.attach': { size: 15 },
  },
};
