import type { Listing } from '../platform/lists/listing.ts';
import type { Named } from '../platform/lists/many.ts';
import { unitByCode } from './network.loaders.ts';
import { Place } from './places/place.entity.ts';
import { Post } from './posts/post.entity.ts';
import { Term } from './terms/term.entity.ts';
import { Unit } from './units/unit.entity.ts';

/** What stands beside the rows of other lists. */
export const unitListing: Listing<Unit> = { entity: Unit, present: 'name' };
export const placeListing: Listing<Place> = { entity: Place, present: 'name' };
export const termListing: Listing<Term> = { entity: Term, present: 'name' };
export const postListing: Listing<Post> = { entity: Post, present: 'personName' };

/** Units that rows of another list name by their code, by the field that does. */
export const unitsNamed = (by: Named['by']): Named => ({ entity: Unit, loader: unitByCode, key: 'code', by });
/** The codes that a column holds as JSON. */
export const codesIn = (column: string): string => `array(select jsonb_array_elements_text(${column})::bigint)`;
