import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Bool, Text, Version } from '../platform/tables/columns.ts';

const everybody = ['at_county', 'at_township', 'at_village', 'at_officer'];
/** An administrator, in a scope that stands. The days are no county's own, so that no column of theirs can lead. */
const kept = `app.county_at_county() is not null and app.level() = 'ADMIN'`;

/** The days on which work differs from the week's habit: holidays, and weekends worked in exchange. The same for every county. */
@ObjectType('CalendarDay', PLAIN)
@Entity({
  tableName: 'calendar_day',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'calendar_day_owner', command: 'all', roles: ['lxq_owner'], using: 'true', check: 'true' },
    { name: 'calendar_day_everybody_see', command: 'select', roles: everybody, using: 'true' },
    { name: 'calendar_day_county_add', command: 'insert', roles: ['at_county'], check: kept },
    { name: 'calendar_day_county_change', command: 'update', roles: ['at_county'], using: kept, check: kept },
  ],
})
export class CalendarDay {
  @Field(() => DayScalar) @PrimaryKey({ type: 'date' }) day!: string;
  @Field(() => Boolean) @Bool() isWorkday!: boolean;
  @Field(() => String) @Text() name!: string;
  @Field(() => String, { description: 'Where it is published.' }) @Text({ default: '' }) source!: string;
  @Field(() => Int) @Version() version!: number;
}
