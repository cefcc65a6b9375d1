import net from 'node:net';
import { median } from '@lxq/e2e/median.ts';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { type Author, BARE_TABLE, type Ground } from './ground.ts';

/** Run in a process of its own, told by messages: reports or rows one after the other, on so many connections at once. */
export interface Task extends Ground {
  to: 'platform' | 'bare';
  /** The platform's port, or the database's address. */
  target: string;
  connections: number;
  /** As many seconds, or as many reports, whichever takes longer. */
  seconds: number;
  least?: number;
}
export interface Sent {
  /** Acknowledged a second. */
  rate: number;
  /** Milliseconds, of half of them. */
  median: number;
}

const SUBMIT =
  'mutation Submit($draft: ReportDraft!) { submitReport(draft: $draft) { clientId isNew report { id no state version submittedAt dueAt } } }';
const COLUMNS =
  'county_code,id,unit_code,client_id,content_hash,author_id,post_id,line,channel,topic_code,source_code,urgency,place_code,outside_area_reason,households,people,occurred_at,submitted_at,due_at,content';
const INSERT = `insert into ${BARE_TABLE} (${COLUMNS}) values (${COLUMNS.split(',').map((_, i) => `$${i + 1}`)})`;

process.on('message', (task: Task) => send(task).then((sent) => process.send?.(sent)));

interface Line {
  /** Sends the n-th report and gives way when it is acknowledged. */
  one(n: number): Promise<void>;
  end(): Promise<unknown>;
}

async function send(task: Task): Promise<Sent> {
  const open = task.to === 'bare' ? bareLine : platformLine;
  const lines = await Promise.all(Array.from({ length: task.connections }, () => open(task)));
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const end = begun + task.seconds * 1000;
  const lane = async (line: Line) => {
    while (performance.now() < end || next < (task.least ?? 0)) {
      const sent = performance.now();
      await line.one(next++);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(lines.map(lane));
  const rate = times.length / ((performance.now() - begun) / 1000);
  await Promise.all(lines.map((line) => line.end()));
  return { rate, median: median(times) };
}

const pick = <Item>(list: readonly Item[], n: number) => list[n % list.length] as Item;

async function bareLine({ target, authors, topics, source, texts }: Task): Promise<Line> {
  const client = new pg.Client(target);
  await client.connect();
  return {
    one: async (n) => {
      const { county, unit, area, person, post }: Author = pick(authors, n);
      const [now, hash] = [new Date(), 'a'.repeat(64)];
      const told = [pick(topics, n), source, 'NORMAL', area, null, 5, null, now, now, now, pick(texts, n)];
      const values = [county, uuid(), unit, uuid(), hash, person, post, 'LINE', 'OFFICER', ...told];
      await client.query({ name: 'bare', text: INSERT, values });
    },
    end: () => client.end(),
  };
}

/** HTTP by hand, as light as a client can be: what it takes is taken from the server beside it. */
async function platformLine({ target, authors, topics, source, texts }: Task): Promise<Line> {
  const socket = net.connect(Number(target), '127.0.0.1').setNoDelay(true).setEncoding('utf8');
  await new Promise((resolve) => socket.once('connect', resolve));
  let received = '';
  let settle: { resolve(): void; reject(error: Error): void };
  socket.on('data', (chunk) => {
    received += chunk;
    const head = received.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
    if (head < 0 || Buffer.byteLength(received) < head + 4 + length) return;
    const answer = received.slice(head + 4);
    received = '';
    if (answer.includes('"isNew":true')) settle.resolve();
    else settle.reject(new Error(`not stored: ${answer}`));
  });
  const draftOf = (n: number, { area }: Author) => ({
    clientId: uuid(),
    topic: pick(topics, n),
    source,
    place: String(area),
    occurredAt: new Date(Date.now() - 60_000),
    households: 5,
    content: pick(texts, n),
  });
  return {
    one: (n) => {
      const author = pick(authors, n);
      const body = JSON.stringify({ query: SUBMIT, variables: { draft: draftOf(n, author) } });
      const head = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${target}\r\ncontent-type: application/json\r\nauthorization: Bearer ${author.token}`;
      socket.write(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return new Promise<void>((resolve, reject) => {
        settle = { resolve, reject };
      });
    },
    end: async () => socket.destroy(),
  };
}
