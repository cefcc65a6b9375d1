import { manyBy } from '../platform/lists/loaders.ts';
import type { Attachment } from './attachment.entity.ts';

/** Of each thing, in the order in which they were attached; what was taken back is not shown. */
export const attachmentsOf = manyBy<Attachment>(
  'attachments',
  'select * from attachment where county_code = $1 and subject_id = any($2::uuid[]) and withdrawn_at is null order by position, id',
  'subjectId',
);
