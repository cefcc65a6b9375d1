import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Env } from '../../env.ts';
import type { Budget } from '../gate/budget.ts';
import type { Pace } from '../gate/pace.ts';
import type { Database } from '../scope/database.ts';

/** What a process has once, and both transports share. */
export interface ServerParts {
  env: Env;
  database: Database;
  schema: GraphQLSchema;
  log: Logger;
  /** Who may come in now, and whose operation is next, over both transports. */
  pace: Pace;
  budget: Budget;
}
