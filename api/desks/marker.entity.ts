import { MARKER_COLOURS, type MarkerColour } from '@lxq/schema/desks/marker-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { Entity, Index, PrimaryKey, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../platform/contract/graphql.ts';
import { Code, CountyKey, IdKey, Instant, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { keptByDesk } from './desk.sight.ts';

export const MarkerColourEnum = enumOf('MarkerColour', MARKER_COLOURS);

/** A word of a desk's own for matters, places and topics; of its short list, and never of somebody. */
@ObjectType('Marker', { ...PLAIN, description: 'A word of the viewer’s own desk for matters, places and topics.' })
@Entity({ tableName: 'marker', ...scoped('marker', keptByDesk({ remove: true })) })
@Unique({ name: 'marker_word', properties: ['countyCode', 'unitCode', 'line', 'word'] })
export class Marker {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Code() unitCode!: number;
  @Word('line', ['LINE', 'DIRECT', 'SEALED'], { default: 'LINE' }) line!: 'LINE' | 'DIRECT' | 'SEALED';
  @Field(() => String)
  @Text({ check: `char_length(word) >= 1 and char_length(word) <= ${LIMITS.marker.word.max * STORED_PER_VISIBLE}` })
  word!: string;
  @Field(() => MarkerColourEnum) @Word('colour', MARKER_COLOURS) colour!: MarkerColour;
}

/** That a thing bears a marker. */
@Entity({
  tableName: 'marked',
  ...scoped('marked', keptByDesk({ add: 'by_id = app.person()', remove: true })),
})
@Index({ name: 'marked_subject', properties: ['countyCode', 'subjectId', 'markerId'] })
export class Marked {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) markerId!: string;
  @PrimaryKey({ type: 'uuid' }) subjectId!: string;
  /** The noun's word. */
  @Text() subject!: string;
  @Code() unitCode!: number;
  @Word('line', ['LINE', 'DIRECT', 'SEALED'], { default: 'LINE' }) line!: 'LINE' | 'DIRECT' | 'SEALED';
  @Uuid() byId!: string;
  @Instant() markedAt!: Date;
}
