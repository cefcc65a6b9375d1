/**
 * PostGraphile 5 on the bench's database: the same roles, row security and settings; its own grants check off, because the
 * runtime role owns nothing. Who asks comes from the first argument, as its pgSettings; no session is looked up.
 */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makePgSmartTagsPlugin } from 'postgraphile/utils';

const { connectionString, pgSettings, connections } = JSON.parse(process.argv[2]);

/** What belongs to a case names it by its subject, which is no foreign key. */
const ofCase = (table) => ({
  kind: 'class',
  match: table,
  tags: {
    foreignKey: `(county_code, subject_id) references cases (county_code, id)|@fieldName case|@foreignFieldName ${table}`,
  },
});
const tags = makePgSmartTagsPlugin([
  ...['participation', 'result_report', 'signature', 'revisit', 'deadline', 'audit'].map(ofCase),
  {
    kind: 'class',
    match: 'report',
    tags: {
      foreignKey:
        '(county_code, township_code) references unit (county_code, code)|@fieldName township|@foreignFieldName townshipReports',
    },
  },
]);

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [tags],
  // RBAC reads grants, which the login role has none of; index behaviours would hide the order by submitted_at.
  disablePlugins: ['PgRBACPlugin', 'PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString, schemas: ['public'], poolConfig: { max: connections, idleTimeoutMillis: 0 } }),
  ],
  grafast: { context: () => ({ pgSettings }), explain: false },
  grafserv: { port: 0, watch: false, graphiql: false },
});
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}/graphql`));
