import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Bool, Text } from '../platform/tables/columns.ts';

const everybody = ['at_county', 'at_township', 'at_village', 'at_officer'];

/** The days on which work differs from the week's habit: holidays, and weekends worked in exchange. The same for every county. */
@Entity({
  tableName: 'calendar_day',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'calendar_day_owner', command: 'all', roles: ['lxq_owner'], using: 'true', check: 'true' },
    { name: 'calendar_day_everybody_see', command: 'select', roles: everybody, using: 'true' },
  ],
})
export class CalendarDay {
  @PrimaryKey({ type: 'date' }) day!: string;
  @Bool() isWorkday!: boolean;
  @Text() name!: string;
}
