import { EXPORT_STATES, EXPORTED, type Exported, type ExportState } from '@lxq/schema/measures/table-exports.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { connectionType, enumOf, InstantScalar, PLAIN } from '../../platform/contract/graphql.ts';
import type { Question } from '../../platform/measuring/question.ts';
import type { Cell } from '../../platform/measuring/rows.read.ts';
import type { ScopeLevel } from '../../platform/scope/database.ts';
import { SHEET_FORMATS, type SheetFormat } from '../../platform/sheets/sheet.ts';
import { Code, CountyKey, IdKey, Instant, Int, Json, Text, Uuid, Word } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';

export const SheetFormatEnum = enumOf('SheetFormat', SHEET_FORMATS);
export const ExportedEnum = enumOf('Exported', EXPORTED);
const ExportStateEnum = enumOf('ExportState', EXPORT_STATES);
/** Of those who read tables. */
const LEVELS = ['COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'TOWNSHIP', 'VILLAGE', 'OFFICER'] satisfies ScopeLevel[];

const asker =
  'scope_level = app.level() and person_id = app.person() and (acted_by_id = app.acting() or acted_by_id is null and app.acting() is null)';
const deeds = (own: string) => ({ see: own, add: own, change: own });
/** An officer's rows are those that they wrote, in whatever village. */
const ofUnit = deeds(`unit_code = app.unit() and ${asker}`);

/** 导出: a file that somebody asked for and has to themselves, as long as they act under the post that it shows the rows of. */
@ObjectType('TableExport', {
  ...PLAIN,
  description: '导出: a table, or the things behind a cell, as a file of whoever asked; made by the queue.',
})
@Entity({
  tableName: 'table_export',
  ...scoped('table_export', { county: ofUnit, township: ofUnit, village: ofUnit, officer: deeds(asker) }),
})
@Index({ name: 'table_export_person', properties: ['countyCode', 'personId', 'requestedAt'] })
export class TableExport {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  /** Of the rights that it is made under, which are read anew from the post when it is. */
  @Code() unitCode!: number;
  @Word('scope_level', LEVELS) scopeLevel!: (typeof LEVELS)[number];
  @Uuid() postId!: string;
  @Uuid() personId!: string;
  @Uuid({ nullable: true }) actedById?: string | null;
  @Field(() => ExportedEnum) @Word('what', EXPORTED) what!: Exported;
  @Field(() => SheetFormatEnum) @Word('format', SHEET_FORMATS) format!: SheetFormat;
  @Field(() => String) @Text() title!: string;
  @Json() question!: Question;
  /** Whose things are listed; of a whole table none. */
  @Json({ nullable: true }) cell?: Cell | null;
  @Field(() => String, { description: 'Which things it is about, as the table says it.' }) @Text() predicate!: string;
  @Field(() => String, { description: 'SHA-256 of the predicate: the same in table, list and file.' })
  @Text()
  hash!: string;
  @Field(() => ExportStateEnum) @Word('state', EXPORT_STATES, { default: 'QUEUED' }) state!: ExportState;
  @Field(() => GraphInt, { description: '0 to 100.' }) @Int({ default: 0 }) progress!: number;
  @Field(() => GraphInt, { nullable: true, description: 'As many as were counted for it.' })
  @Int({ nullable: true })
  rows?: number | null;
  @Field(() => Float, { nullable: true, description: 'Bytes.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  size?: number | null;
  @Field(() => String, { nullable: true, description: 'Of its bytes.' }) @Text({ nullable: true }) sha256?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Why there is none, and what to do.' })
  @Text({ nullable: true })
  error?: string | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) fileName?: string | null;
  /** Under which its bytes lie: of two that make it at once the later is believed. */
  @Uuid({ nullable: true }) run?: string | null;
  @Field(() => InstantScalar) @Instant() requestedAt!: Date;
  @Field(() => InstantScalar, { description: 'When it goes.' }) @Instant() expiresAt!: Date;
}
export const TableExportConnection = connectionType('TableExport', () => TableExport);
