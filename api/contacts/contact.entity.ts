import { LIMITS } from '@lxq/schema/limits.ts';
import { ROLES, type Role } from '@lxq/schema/roles.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { Check, Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { RoleEnum } from '../network/posts/post.entity.ts';
import { InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { takesPart } from '../platform/participation/participation.entity.ts';
import { IdKey, Instant, ScopedRow, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { onTheLine, scoped } from '../platform/tables/policies.ts';
import { LINES } from '../reports/report.entity.ts';

type Line = (typeof LINES)[number];
const Bytes = () => Property({ type: 'blob', columnType: 'bytea', nullable: true });

/** Of what is sealed the discipline desk alone, and of it nobody who belongs to what the matter complains of (Art. 30). */
const uninvolved = 'app.sealed() and not app.is_complained_of(subject_id, null, app.person())';
const bySeal = (sealed: string, other: string) => `line = 'SEALED' and ${sealed} or line <> 'SEALED' and ${other}`;
/** The desks of the county: the office, or for what is sealed the discipline desk. */
const desk = bySeal(uninvolved, 'app.office()');
/** A unit that was asked to ring the villager of a matter outside its line. */
const rings = (table: string) => takesPart(table, 'subject_id', 'REVISITOR');
const own = 'author_id = app.person()';
/** In the name of whoever holds the post, and by whoever acts. */
const inOwnName =
  'person_id = app.person() and (acted_by_id = app.acting() or acted_by_id is null and app.acting() is null)';
const { min, max } = LIMITS.contact.reason;

/**
 * How the villager is reached whose matter something is: one row a matter, seen as the matter is, of which nothing can be read, searched or sorted.
 * Administrators, who read no matter, do not see it either. Nobody removes a row: forgotten, it still says that there was one.
 */
@Entity({
  tableName: 'contact',
  ...scoped('contact', {
    county: {
      see: bySeal(uninvolved, `app.level() <> 'ADMIN'`),
      add: desk,
      change: desk,
    },
    township: {
      see: `${onTheLine.township} or ${rings('contact')}`,
      add: onTheLine.township,
      change: onTheLine.township,
    },
    village: { see: `${onTheLine.village} or ${rings('contact')}` },
    officer: { see: own, add: own, change: own },
  }),
})
@Check({
  name: 'contact_whole_check',
  expression: '(sealed is null) = (nonce is null) and (sealed is null) = (key_id is null)',
})
@Check({ name: 'contact_forgotten_check', expression: 'forgotten_at is null or sealed is null' })
@Unique({ name: 'contact_subject', properties: ['countyCode', 'subjectId', 'subject'] })
export class Contact extends ScopedRow {
  @IdKey() id!: string;
  /** The noun's word and the id of what it belongs to, and the columns by which that is seen. */
  @Text() subject!: string;
  @Uuid() subjectId!: string;
  @Uuid() authorId!: string;
  @Word('line', LINES) line!: Line;
  @Bytes() sealed?: Buffer | null;
  @Bytes() nonce?: Buffer | null;
  @Text({ nullable: true }) keyId?: string | null;
  @Uuid() keptById!: string;
  @Instant() keptAt!: Date;
  @Instant({ nullable: true }) forgottenAt?: Date | null;
  @Version() version!: number;
}

/** That somebody looked, when and why; never what they read. Written before they read it, never changed, never removed (a trigger refuses even the owner). */
@ObjectType('ContactOpening', { ...PLAIN, description: "That somebody looked at a villager's contact, and why." })
@Entity({
  tableName: 'contact_opening',
  ...scoped('contact_opening', {
    // Whom it concerns that contacts are looked at: the office with its director, the discipline desk for all of it.
    county: {
      see: bySeal(uninvolved, '(app.office() or app.sealed())'),
      add: `${inOwnName} and (${desk})`,
    },
    // The station's own matters; and of everybody what they did themselves, which is what their share of an hour is counted by.
    township: {
      see: `${onTheLine.township} or person_id = app.person()`,
      add: `${inOwnName} and (${onTheLine.township} or ${rings('contact_opening')})`,
    },
    village: { see: 'person_id = app.person()', add: `${inOwnName} and ${rings('contact_opening')}` },
    officer: { see: 'person_id = app.person()', add: inOwnName },
  }),
})
@Index({ name: 'contact_opening_contact', properties: ['countyCode', 'contactId', 'at', 'id'] })
@Index({ name: 'contact_opening_person', properties: ['countyCode', 'personId', 'at'] })
export class ContactOpening extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() contactId!: string;
  @Uuid() subjectId!: string;
  @Word('line', LINES) line!: Line;
  @Field(() => InstantScalar) @Instant() at!: Date;
  @Uuid() personId!: string;
  @Field(() => String) @Text() personName!: string;
  @Field(() => RoleEnum) @Word('person_role', ROLES) personRole!: Role;
  /** A stand-in, where it was not the holder of the post. */
  @Uuid({ nullable: true }) actedById?: string | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) actedByName?: string | null;
  @Field(() => String)
  @Text({ check: `char_length(reason) >= ${min} and char_length(reason) <= ${max * STORED_PER_VISIBLE}` })
  reason!: string;
}
