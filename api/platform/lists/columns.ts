import type { EntityClass, MetadataStorage } from '@mikro-orm/core';

export interface Column {
  property: string;
  column: string;
  isInstant: boolean;
}
const known = new WeakMap<MetadataStorage, Map<unknown, Column[]>>();

/** Properties and columns of an entity, of what stands in the table. */
export function columnsOf<Row>(metadata: MetadataStorage, entity: EntityClass<Row>): readonly Column[] {
  const tables = known.get(metadata) ?? new Map<unknown, Column[]>();
  known.set(metadata, tables);
  const columns =
    tables.get(entity) ??
    metadata
      .get(entity)
      .props.filter((property) => property.persist !== false || property.generated)
      .map(({ name, fieldNames, columnTypes }) => ({
        property: name as string,
        column: fieldNames[0] as string,
        isInstant: columnTypes[0]?.startsWith('timestamptz') ?? false,
      }));
  tables.set(entity, columns);
  return columns;
}
