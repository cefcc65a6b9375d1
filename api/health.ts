import type { FastifyInstance } from 'fastify';
import type { Database } from './database.ts';

/** /health/live: the process answers. /health/ready: so does the database, as the runtime role. */
export function registerHealth(app: FastifyInstance, database: Database): void {
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      await database.door.query('select 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'database' });
    }
  });
}
