import { byKey, manyBy } from '../platform/lists/loaders.ts';
import type { Paper } from './paper.entity.ts';

/** All but what it says, which a list does not ask for. */
const HEAD = 'county_code, id, kind, subject, subject_id, source_id, round, issuer_name, no, title, issued_at, hash';

export const paperById = byKey<Paper, string>('paper', 'paper', 'id', 'uuid', 'id');
/** Of each matter, the first first. */
export const papersOf = manyBy<Paper>(
  'papers of matter',
  `select ${HEAD} from paper where county_code = $1 and subject_id = any($2::uuid[]) order by issued_at, id`,
  'subjectId',
);
/** … with what they say. */
export const wholePapersOf = manyBy<Paper>(
  'whole papers of matter',
  'select * from paper where county_code = $1 and subject_id = any($2::uuid[]) order by issued_at, id',
  'subjectId',
);
