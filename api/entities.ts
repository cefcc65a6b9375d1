import { nouns } from './nouns.ts';
import { Audit } from './platform/deeds/audit.entity.ts';
import { Event, EventCounter } from './platform/live/event.entity.ts';
import { Participation } from './platform/participation/participation.entity.ts';

/** Every table of the platform: what migrations are compared with. */
export const entities = [...nouns.flatMap((noun) => noun.entities ?? []), Audit, Event, EventCounter, Participation];
