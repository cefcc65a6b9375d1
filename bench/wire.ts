import net from 'node:net';

/** What goes over the wire between the platform and PostgreSQL, counted by a proxy between the two. */
export interface Wire {
  url: string;
  counted(): { statements: number; waits: number };
  close(): void;
}

/** Counts on the connections on which scopes are entered for sessions; the others poll and fold in the background. */
export async function wireTo(address: string): Promise<Wire> {
  const { hostname, port } = new URL(address);
  const lines: Line[] = [];
  const server = net.createServer((client) => {
    const database = net.connect(Number(port), hostname);
    const line = new Line();
    lines.push(line);
    for (const socket of [client, database]) socket.setNoDelay(true).on('error', () => {});
    client.on('data', (data) => line.sent(data)).pipe(database);
    database.on('data', () => line.answered()).pipe(client);
    client.on('close', () => database.destroy());
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
    close: () => server.close(),
  };
}

/** One connection's messages: a byte that tells the kind, but for the very first, and four of length. */
class Line {
  statements = 0;
  /** How often statements were sent after an answer. */
  waits = 0;
  isScoped = false;
  private isAnswered = true;
  private head = 0;
  private rest = Buffer.alloc(0);

  answered(): void {
    this.isAnswered = true;
  }
  sent(data: Buffer): void {
    this.rest = Buffer.concat([this.rest, data]);
    while (this.rest.length >= this.head + 4) {
      const size = this.head + this.rest.readInt32BE(this.head);
      if (this.rest.length < size) return;
      if (this.head) this.message(String.fromCharCode(this.rest[0] as number), this.rest.subarray(5, size));
      this.head = 1;
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
