import { ROLES, type Role } from '@lxq/schema/roles.ts';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Code, Day, IdKey, ScopedRow, Text, Uuid, Word } from '../columns.ts';
import { scoped } from '../policies.ts';

/** A person, a unit and a role, for a period. Records belong to posts; the name stands here as the level below the county may know it. */
@Entity({
  tableName: 'post',
  ...scoped('post', {
    county: { see: 'true', add: 'true', change: 'true' },
    township: { see: 'township_code = app.unit()' },
    village: { see: 'village_code = app.unit()' },
    officer: { see: 'person_id = app.person()' },
  }),
})
@Index({ name: 'post_person', properties: ['countyCode', 'personId'] })
@Index({ name: 'post_unit', properties: ['countyCode', 'unitCode', 'role'] })
@Index({ name: 'post_township', properties: ['countyCode', 'townshipCode', 'role'] })
export class Post extends ScopedRow {
  @IdKey() id!: string;
  @Uuid() personId!: string;
  @Text() personName!: string;
  @Word('role', ROLES) role!: Role;
  /** The officer's pseudonymous code (R4). */
  @Text({ nullable: true }) code?: string | null;
  /** Where the officer's matters lie: a village group, or the unit's place (R5). */
  @Code() areaCode!: number;
  @Day() validFrom!: string;
  @Day({ nullable: true }) validTo?: string | null;
}
