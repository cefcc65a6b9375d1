import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, getNamedType, isObjectType } from 'graphql';

const WEB = path.dirname(import.meta.dirname);
const schema = buildSchema(readFileSync(path.join(WEB, '../schema/schema.graphql'), 'utf8'));
const pagedOf = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .map((type) => {
    const fields = Object.values(type.getFields()).filter((field) =>
      getNamedType(field.type).name.endsWith('Connection'),
    );
    return [type.name, fields.map(({ name }) => name)] as const;
  })
  .filter(([, fields]) => fields.length > 0);

/** A step of `npm run codegen`: every list of the contract that comes page by page, by the type that has it (live/apollo.ts joins its pages). */
writeFileSync(
  path.join(WEB, 'live/connections.generated.ts'),
  `export const CONNECTIONS: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(pagedOf))};\n`,
);
