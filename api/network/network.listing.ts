import type { Listing } from '../platform/lists/listing.ts';
import { Place } from './places/place.entity.ts';
import { Post } from './posts/post.entity.ts';
import { Term } from './terms/term.entity.ts';
import { Unit } from './units/unit.entity.ts';

/** What stands beside the rows of other lists. */
export const unitListing: Listing<Unit> = { entity: Unit, present: 'name' };
export const placeListing: Listing<Place> = { entity: Place, present: 'name' };
export const termListing: Listing<Term> = { entity: Term, present: 'name' };
export const postListing: Listing<Post> = { entity: Post, present: 'personName' };
