import type { FastifyInstance } from 'fastify';
import type { Database } from '../scope/database.ts';

/** After a write found no room, others are sent here no sooner than this: reading alone would not tell. */
const FULL_MS = 30_000;

/**
 * /health/live: the process answers. /health/ready: so does the database, as the runtime role, and lately it had room to write; beside that `lacks` names
 * what this process serves without.
 */
export function registerHealth(app: FastifyInstance, database: Database, lacks: readonly string[] = []): void {
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    if (Date.now() - database.fullAt < FULL_MS) return reply.code(503).send({ status: 'disk full' });
    try {
      await database.door.query('select 1');
      return { status: 'ok', ...(lacks.length > 0 && { lacks }) };
    } catch {
      return reply.code(503).send({ status: 'database' });
    }
  });
}
