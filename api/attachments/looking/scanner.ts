import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** Nothing is heard of it for so long: it is not there. */
const SILENCE_MS = 30_000;
/** What it says once it has seen all; more is no answer. */
const ANSWER_LENGTH = 1_024;

/** Whether what came is harmless. Throws where nobody can say: then it is neither. */
export type Scan = (path: string) => Promise<boolean>;

/**
 * Asks clamd, or whatever else speaks its INSTREAM over TCP: the bytes in pieces, each after its length, and after the last a length of nothing; it answers
 * `stream: OK`, or the name of what it has found. It opens no path of ours, and may stand on another machine of the county's own network.
 */
export function scannerAt(address: string | undefined): Scan | undefined {
  if (!address) return undefined;
  const { hostname, port } = new URL(address);
  return async (path) => {
    const line = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
    line.setTimeout(SILENCE_MS, () => line.destroy(new Error('the scanner is silent')));
    try {
      // It may answer, and hang up, before it has taken all: what counts is the answer.
      const sending = pipeline(piecesOf(path), line, { end: false }).catch(() => undefined);
      const said = await answerOf(line);
      line.destroy();
      await sending;
      return verdictIn(said);
    } finally {
      line.destroy();
    }
  };
}

async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0', 'latin1');
  for await (const piece of createReadStream(path)) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE((piece as Buffer).length);
    yield length;
    yield piece as Buffer;
  }
  yield Buffer.alloc(4);
}

async function answerOf(line: Socket): Promise<string> {
  let said = '';
  for await (const piece of line) {
    said += (piece as Buffer).toString('utf8');
    if (said.includes('\0') || said.length > ANSWER_LENGTH) break;
  }
  return (said.split('\0')[0] as string).trim();
}

function verdictIn(said: string): boolean {
  if (/: OK$/.test(said)) return true;
  if (/ FOUND$/.test(said)) return false;
  throw new Error(`the scanner says ${JSON.stringify(said.slice(0, 200))}`);
}
