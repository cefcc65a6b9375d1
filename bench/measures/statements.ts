import net from 'node:net';
import { ask } from '@lxq/e2e/platform.ts';
import type { Bench, Figure, Measure, Who } from '../measure.ts';

const TIMES = 10;
const LIST = `reports(first: 20) { edges { node { id no state line urgency submittedAt dueAt isOverdue workDaysLeft excerpt memberCount topic { name } place { name }
  unit { name } township { name } reporter { name unitName } newestInstruction { id text } } } pageInfo { hasNextPage endCursor } }`;
const OPERATIONS: [Who['role'], string][] = [
  ['COUNTY_CLERK', `{ ${LIST} reportStateCounts { state count } trayCounts { todo } }`],
  ['TOWNSHIP_CLERK', `{ ${LIST} reportStateCounts { state count } trayCounts { todo } }`],
  ['VILLAGE_HEAD', `{ ${LIST} reportStateCounts { state count } }`],
  ['OFFICER', `{ ${LIST} }`],
  [
    'TOWNSHIP_CLERK',
    `{ search: searchReports(text: "路灯", first: 20) { edges { node { id excerpt place { name } reporter { name } } } } }`,
  ],
];

/** What query operations send to PostgreSQL, as it goes over the wire: counted by a proxy between the two. */
export const measure: Measure = {
  name: 'statements',
  run: async (bench: Bench): Promise<Figure[]> => {
    const wire = await proxyTo(bench.appUrl);
    const served = await bench.serve({ APP_DATABASE_URL: wire.url });
    try {
      const counted: { statements: number; waits: number }[] = [];
      for (const [role, query] of OPERATIONS) {
        const token = await bench.token({ role });
        const once = async () => {
          const { errors } = await ask(served.url, token, query);
          if (errors) throw new Error(JSON.stringify(errors));
        };
        for (let i = 0; i < 4; i++) await once(); // compiled from the third time
        const before = wire.counted();
        for (let i = 0; i < TIMES; i++) await once();
        const now = wire.counted();
        counted.push({
          statements: (now.statements - before.statements) / TIMES,
          waits: (now.waits - before.waits) / TIMES,
        });
      }
      const of = (what: 'statements' | 'waits') => counted.map((each) => each[what]);
      const spread = (values: number[]) => ({
        value: Math.max(...values),
        low: Math.min(...values),
        high: Math.max(...values),
      });
      const note = `a full list with counts at the county, the township, the village and an officer, and a search: ${of('statements').join(', ')}, entering the scope among them`;
      return [
        {
          measure: 'SQL statements of a query operation, most',
          ...spread(of('statements')),
          unit: 'statements',
          bound: 'most',
          reach: 6,
          note,
        },
        {
          measure: 'waits for PostgreSQL of a query operation, most',
          ...spread(of('waits')),
          unit: 'waits',
          bound: 'most',
          reach: 1,
        },
      ];
    } finally {
      await served.stop();
      await wire.close();
    }
  },
};

/** Counts on the connections on which scopes are entered for sessions; the others poll and fold in the background. */
async function proxyTo(address: string) {
  const lines: Line[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const { hostname, port } = new URL(address);
    const database = net.connect(Number(port), hostname);
    const line = new Line();
    lines.push(line);
    for (const socket of [client, database]) {
      sockets.add(socket.setNoDelay(true));
      socket
        .on('error', () => {})
        .on('close', () => {
          client.destroy();
          database.destroy();
        });
    }
    client.on('data', (data) => {
      line.sent(data);
      database.write(data);
    });
    database.on('data', (data) => {
      line.isAnswered = true;
      client.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(address);
  url.port = String((server.address() as net.AddressInfo).port);
  return {
    url: url.href,
    counted: () => {
      const entered = lines.filter(({ isScoped }) => isScoped);
      const sum = (what: 'statements' | 'waits') => entered.reduce((total, line) => total + line[what], 0);
      return { statements: sum('statements'), waits: sum('waits') };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One connection's messages: a byte that tells the kind, but for the very first, and four of length. */
class Line {
  statements = 0;
  /** How often statements were sent after an answer. */
  waits = 0;
  isScoped = false;
  isAnswered = true;
  private isStarted = false;
  private rest = Buffer.alloc(0);

  sent(data: Buffer): void {
    this.rest = Buffer.concat([this.rest, data]);
    for (;;) {
      const head = this.isStarted ? 1 : 0;
      if (this.rest.length < head + 4) return;
      const size = head + this.rest.readInt32BE(head);
      if (this.rest.length < size) return;
      if (this.isStarted) this.message(String.fromCharCode(this.rest[0] as number), this.rest.subarray(5, size));
      this.isStarted = true;
      this.rest = this.rest.subarray(size);
    }
  }
  private message(kind: string, body: Buffer): void {
    if (kind === 'B' && body.includes('enter_session\0')) this.isScoped = true;
    if (kind !== 'E' && kind !== 'Q') return; // Execute, or a simple query
    this.statements++;
    if (this.isAnswered) this.waits++;
    this.isAnswered = false;
  }
}
