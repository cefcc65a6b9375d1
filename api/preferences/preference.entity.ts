import type { Kept } from '@lxq/schema/preferences/preference.ts';
import { LIST_SCREENS, type ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { CountyKey, Uuid } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { oneOf } from '../platform/tables/words.ts';

const own = 'person_id = app.person()';
const theirs = { see: own, add: own, change: own };

/** How a person has arranged a list: kept for them and not for the machine they sit at. */
@Entity({ tableName: 'preference', ...scoped('preference', { county: theirs, township: theirs }) })
export class Preference {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) personId!: string;
  @PrimaryKey({ type: 'text', check: oneOf('screen', LIST_SCREENS) }) screen!: ListScreen;
  /** What schema/preferences knows; of what it does not know any more nothing is read. */
  @Property({ type: 'json', defaultRaw: `'{}'` }) kept!: Kept;
  /** The view that the screen opens with. */
  @Uuid({ nullable: true }) firstViewId?: string | null;
}
