import type { DocumentNode, GraphQLSchema } from 'graphql';

/** One GraphQL operation as it was asked for, whatever the transport. */
export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  rootValue?: unknown;
}
