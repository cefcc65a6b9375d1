import { lexicographicSortSchema, printSchema } from 'graphql';
import { contract } from './schema.ts';

/** The contract as schema/schema.graphql holds it: sorted, so that a diff shows what changed and nothing else. */
export const printContract = (): string => `${printSchema(lexicographicSortSchema(contract()))}\n`;
