import { once } from 'node:events';
import net from 'node:net';

/** A statement as it went over the wire. */
export interface Sent {
  text: string;
  values: (string | null)[];
  /** The connection that it went by. */
  by: object;
  /** All that went before by that connection was answered: the process had waited. */
  isTurn: boolean;
}
/** What a process asked of PostgreSQL since `clear`. */
export interface Tap {
  /** The address of the database, by way of this. */
  url: string;
  sent: Sent[];
  clear(): void;
  close(): void;
}

/** Stands between a process of the platform and PostgreSQL and reads along: statements and waits are what really went over the wire. */
export async function openTap(appUrl: string): Promise<Tap> {
  const target = new URL(appUrl);
  const server = net.createServer((client) => {
    const database = net.connect(Number(target.port), target.hostname);
    const listening = new Listening(tap);
    client.on('data', (chunk: Buffer) => listening.hear(chunk)).pipe(database);
    database.on('data', () => listening.answered()).pipe(client);
    const end = () => [client, database].forEach((one) => void one.destroy());
    for (const one of [client, database]) one.on('error', end).on('close', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(appUrl);
  url.port = String((server.address() as net.AddressInfo).port);
  const tap: Tap = {
    ...{ url: url.href, sent: [] },
    clear: () => void Object.assign(tap, { sent: [] }),
    close: () => void server.close(),
  };
  return tap;
}

/** One connection, of which what the process says is read. */
class Listening {
  private readonly statements = new Map<string, string>();
  private readonly tap: Tap;
  private rest: Buffer = Buffer.alloc(0);
  /** The first message has no type. */
  private head = 0;
  private isAnswered = true;
  constructor(tap: Tap) {
    this.tap = tap;
  }
  answered(): void {
    this.isAnswered = true;
  }
  hear(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= this.head + 4) {
      const length = this.head + this.rest.readInt32BE(this.head);
      if (this.rest.length < length) return;
      if (this.head) this.note(String.fromCharCode(this.rest[0] as number), this.rest.subarray(5, length));
      this.rest = this.rest.subarray(length);
      this.head = 1;
    }
  }
  private note(type: string, body: Buffer): void {
    if (type === 'P') {
      const [name, text] = texts(body, 2) as [string, string];
      this.statements.set(name, text);
    }
    if (type !== 'B') return;
    this.tap.sent.push({ ...bound(body, this.statements), by: this, isTurn: this.isAnswered });
    this.isAnswered = false;
  }
}

/** Of all that was sent, what an operation did in its scope, and the matter that it was opened on; a process has its own errands besides. */
export function inScope({ sent }: Tap): { asked: Sent[]; turns: number; matter: string | null } {
  const entered = sent.find(({ text }) => text.includes('app.enter_session'));
  if (!entered) throw new Error('no scope was entered');
  const own = sent.filter(({ by }) => by === entered.by);
  const asked = own.filter((one) => one !== entered);
  return { asked, turns: own.filter(({ isTurn }) => isTurn).length, matter: entered.values.at(-1) ?? null };
}

/** The first so many texts of a message, each ended by a zero. */
function texts(body: Buffer, count: number): string[] {
  const found: string[] = [];
  for (let at = 0; found.length < count; ) {
    const end = body.indexOf(0, at);
    found.push(body.toString('utf8', at, end));
    at = end + 1;
  }
  return found;
}

/** A Bind message: portal, statement, the formats of the values, the values. */
function bound(body: Buffer, statements: ReadonlyMap<string, string>): Pick<Sent, 'text' | 'values'> {
  const [portal, name] = texts(body, 2) as [string, string];
  let at = Buffer.byteLength(portal) + Buffer.byteLength(name) + 2;
  at += 2 + 2 * body.readInt16BE(at);
  const count = body.readInt16BE(at);
  at += 2;
  const values = Array.from({ length: count }, () => {
    const length = body.readInt32BE(at);
    at += 4 + Math.max(0, length);
    return length < 0 ? null : body.toString('utf8', at - length, at);
  });
  return { text: statements.get(name) ?? '', values };
}
