import { Entity, Index, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { PLAIN } from '../platform/contract/graphql.ts';
import { CountyKey, Instant, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { keptByDesk } from './desk.sight.ts';

/** Who of a desk takes a thing. One a desk and thing; taken back, the row is gone. Nothing is counted from it. */
@ObjectType('Assignment', { ...PLAIN, description: 'Who of the viewer’s own desk takes it.' })
@Entity({
  tableName: 'assignment',
  ...scoped('assignment', keptByDesk({ add: 'by_id = app.person()', change: true, remove: true })),
})
@Index({ name: 'assignment_post', properties: ['countyCode', 'unitCode', 'postId', 'subjectId'] })
export class Assignment {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'bigint' }) unitCode!: number;
  @PrimaryKey({ type: 'uuid' }) subjectId!: string;
  /** The noun's word. */
  @Text() subject!: string;
  /** As its things have it: what stands on any other line than SEALED is the office’s. */
  @Word('line', ['LINE', 'DIRECT', 'SEALED'], { default: 'LINE' }) line!: 'LINE' | 'DIRECT' | 'SEALED';
  @Uuid() postId!: string;
  @Uuid() byId!: string;
  @Instant() assignedAt!: Date;
  @Field(() => Int) @Version() version!: number;
}
