import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { DayScalar, InstantScalar, PLAIN } from '../../platform/contract/graphql.ts';
import { Day, IdKey, Instant, ScopedRow, Text, Uuid, Version } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';

/** The holder of the post lends it, in person: whoever stands in passes it on to nobody. */
const own = 'holder_id = app.person() and app.acting() is null';
const [station, room] = ['township_code = app.unit()', 'village_code = app.unit()'];
/** … or an administrator says who stands in, another than themselves: they read no report, and would by a post that they give themselves. */
const kept = `app.level() = 'ADMIN' and person_id <> app.person() or ${own}`;

/** 代理: who stands in for the holder of a post for some days. Whoever it is signs in as themselves, has the post's rights, and the audit says so. */
@ObjectType('StandIn', PLAIN)
@Entity({
  tableName: 'stand_in',
  ...scoped('stand_in', {
    county: { see: 'true', add: kept, change: kept },
    township: { see: station, add: `${station} and ${own}`, change: `${station} and ${own}` },
    village: { see: room, add: `${room} and ${own}`, change: `${room} and ${own}` },
  }),
})
@Index({ name: 'stand_in_post', properties: ['countyCode', 'postId'] })
@Index({ name: 'stand_in_person', properties: ['countyCode', 'personId'] })
export class StandIn extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() postId!: string;
  /** Whose post it was when it was lent: whoever has it next has lent nothing. */
  @Uuid() holderId!: string;
  @Uuid() personId!: string;
  @Text() personName!: string;
  @Field(() => DayScalar) @Day() validFrom!: string;
  @Field(() => DayScalar, { description: 'The last day.' }) @Day() validTo!: string;
  @Field(() => String) @Text() reason!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was ended early.' })
  @Instant({ nullable: true })
  endedAt?: Date | null;
  @Field(() => GraphInt) @Version() version!: number;
}
