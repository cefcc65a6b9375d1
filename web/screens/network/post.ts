import type { UnitPostsQuery } from './posts.generated.ts';

export type Unit = Pick<UnitPostsQuery['unit'], 'code' | 'name' | 'kind'>;
export type Post = UnitPostsQuery['unit']['posts'][number];
/** What is done about one, with a dialog of its own. */
export type PostDeed = 'capacity' | 'end' | 'standIn';
