import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';

/**
 * What is left without GraphQL, sessions, limits and errors: node:http and pg, named statements, pipelined, the scope entered
 * for each request, as an administrator may, who needs no session for it. Any request gets the newest twenty with what stands beside them, and the counts.
 */
const { connectionString, connections, scope } = JSON.parse(process.argv[2] as string) as {
  connectionString: string;
  connections: number;
  scope: [string, number, number, string];
};
const pool = new pg.Pool({ connectionString, max: connections, idleTimeoutMillis: 0, pipeline: true });

const LIST = `
  select r.id, r.state, r.line, r.urgency, r.submitted_at, r.content, u.name as unit, t.name as township, p.person_name, i.id as instruction_id, i.text
  from (select county_code, id, unit_code, township_code, post_id, state, line, urgency, submitted_at, content from report r
        where r.county_code = $1 order by r.submitted_at desc, r.id desc limit 21) r
  left join unit u on u.county_code = r.county_code and u.code = r.unit_code
  left join unit t on t.county_code = r.county_code and t.code = r.township_code
  left join lateral (select o.person_name from post o where o.county_code = r.county_code and o.id = r.post_id limit 1) p on true
  left join lateral (select o.id, o.text from instruction o where o.county_code = r.county_code and o.report_id = r.id
                     order by o.instructed_at desc, o.id desc limit 1) i on true
  order by r.submitted_at desc, r.id desc`;
const COUNTS = `
  select r.state, sum(r.n)::int as count
  from (select county_code, unit_code, state, n from unit_tally union all select county_code, $2::bigint, state, n from tally_delta) r
  where r.county_code = $1 and r.unit_code = $2 group by r.state having sum(r.n) <> 0 order by r.state`;
const ENTER = 'select app.enter($1, $2, $3, $4, true)';

async function answer(response: ServerResponse): Promise<void> {
  const client = await pool.connect();
  const entering = [client.query('begin'), client.query({ name: 'enter', text: ENTER, values: scope })];
  const listing = client.query({ name: 'list', text: LIST, values: [scope[1]], rowMode: 'array' });
  const counting = client.query({ name: 'counts', text: COUNTS, values: [scope[1], scope[2]] });
  await Promise.all(entering);
  const { rows } = await listing;
  const { rows: counts } = await counting;
  client.query('commit').then(
    () => client.release(),
    () => client.release(true),
  );
  const reports = rows
    .slice(0, 20)
    .map(([id, state, line, urgency, submittedAt, content, unit, township, author, instruction, text]) => ({
      id,
      state,
      line,
      urgency,
      submittedAt,
      content,
      unit: { name: unit },
      township: { name: township },
      reporter: { name: author },
      newestInstruction: instruction && { id: instruction, text },
    }));
  const body = JSON.stringify({ data: { reports, hasNextPage: rows.length > 20, counts } });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => void answer(response));
});
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as { port: number }).port}/`));
