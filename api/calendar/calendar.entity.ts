import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Bool, Text } from '../platform/tables/columns.ts';

const everybody = ['at_county', 'at_township', 'at_village', 'at_officer'];
/** An administrator, in a scope that stands: a county's condition leads here as in every other policy, though the days are nobody's own. */
const kept = `app.county_at_county() is not null and app.level() = 'ADMIN'`;

/** The days on which work differs from the week's habit: holidays, and weekends worked in exchange. The same for every county. */
@Entity({
  tableName: 'calendar_day',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'calendar_day_owner', command: 'all', roles: ['lxq_owner'], using: 'true', check: 'true' },
    { name: 'calendar_day_everybody_see', command: 'select', roles: everybody, using: 'true' },
    { name: 'calendar_day_county_add', command: 'insert', roles: ['at_county'], check: kept },
    { name: 'calendar_day_county_change', command: 'update', roles: ['at_county'], using: kept, check: kept },
    { name: 'calendar_day_county_remove', command: 'delete', roles: ['at_county'], using: kept },
  ],
})
export class CalendarDay {
  @PrimaryKey({ type: 'date' }) day!: string;
  @Bool() isWorkday!: boolean;
  @Text() name!: string;
  /** Where it is published; empty for a day that somebody expects. */
  @Text({ default: '' }) source!: string;
}
