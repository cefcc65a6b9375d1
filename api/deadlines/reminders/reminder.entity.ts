import { ADDRESSEES, type Addressee, RUNGS, type Rung } from '@lxq/schema/deadlines/deadline-ladder.ts';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../../platform/contract/graphql.ts';
import { Instant, ScopedRow, Word } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';
import { oneOf } from '../../platform/tables/words.ts';

export const RungEnum = enumOf('Rung', RUNGS);
const AddresseeEnum = enumOf('Addressee', ADDRESSEES);
const township = 'township_code = app.unit()';
const village = 'village_code = app.unit()';

/** That somebody of the unit that owes was told of a deadline: once a rung, by the job alone (db/sql/deadlines.sql). */
@ObjectType('Reminder', { ...PLAIN, description: '时限提醒.' })
@Entity({
  tableName: 'reminder',
  ...scoped('reminder', {
    county: { see: 'app.office() or app.reads_issues()', change: 'app.office() or app.leads()' },
    township: { see: township, change: township },
    village: { see: village, change: village },
  }),
})
export class Reminder extends ScopedRow {
  @PrimaryKey({ type: 'uuid' }) deadlineId!: string;
  @Field(() => RungEnum)
  @PrimaryKey({ type: 'text', check: oneOf('rung', RUNGS) })
  rung!: Rung['rung'];
  @Field(() => AddresseeEnum) @Word('addressee', ADDRESSEES) addressee!: Addressee;
  @Field(() => InstantScalar) @Instant() sentAt!: Date;
  /** By whomever it is for; who that was is nobody's business. */
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) readAt?: Date | null;
}
