import { Entity } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { PLAIN } from '../../platform/contract/graphql.ts';
import { Bool, CountyKey, IdKey, Text } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';

const self = { see: 'id = app.person()' };

/** Somebody who works in the network. Villagers are never persons here. */
@ObjectType('Person', PLAIN)
@Entity({
  tableName: 'person',
  ...scoped('person', {
    county: { see: 'true', add: 'true', change: 'true' },
    township: self,
    village: self,
    officer: self,
  }),
})
export class Person {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Field(() => String) @Text() name!: string;
  @Bool({ default: true }) isActive!: boolean;
}
