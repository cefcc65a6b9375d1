import type { PostShownFragment, UnitPostsQuery } from './posts.generated.ts';

export type Unit = Pick<UnitPostsQuery['unit'], 'code' | 'name' | 'kind'>;
export type Post = UnitPostsQuery['unit']['posts'][number];
/** One that has ended is stood in for by nobody. */
export type ShownPost = PostShownFragment & Partial<Pick<Post, 'standIns'>>;
/** What is done about one, with a dialog of its own. */
export type PostDeed = 'capacity' | 'end' | 'standIn';
