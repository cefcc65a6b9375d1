import type { Listing } from '../listing.ts';
import { Place } from './place.entity.ts';
import { Post } from './post.entity.ts';
import { Term } from './term.entity.ts';
import { Unit } from './unit.entity.ts';

/** What stands beside the rows of other lists. */
export const unitListing: Listing<Unit> = { entity: Unit, present: 'name' };
export const placeListing: Listing<Place> = { entity: Place, present: 'name' };
export const termListing: Listing<Term> = { entity: Term, present: 'name' };
export const postListing: Listing<Post> = { entity: Post, present: 'personName' };
