import { Field, ObjectType } from 'type-graphql';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { connectionType, PLAIN } from '../platform/contract/graphql.ts';

/** What somebody has to do by when. Computed: no copy of it can go stale. */
@ObjectType({ ...PLAIN, description: '待办事项.' })
export class Duty {
  @Field(() => Deadline) deadline!: Deadline;
  @Field(() => String, { description: 'Number of what it is to be done with.' }) no!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Where it is done, as a path of the web app.' }) link!: string;
}
export const DutyConnection = connectionType('Duty', () => Duty, { counted: true });
