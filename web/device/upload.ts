import { AskFailed, failed, failureOfAnswer, retryAfterIn } from '../ui/failure.ts';
import { type Answered, type Asked, overXhr, type Speak } from './speaking.ts';

/** Small enough to get through one bar of signal between two cuts. */
const CHUNK = 256 * 1024;
/** No byte for so long: the line is dead, whatever the browser still hopes for. */
const SILENCE_MS = 60_000;

export interface Uploading {
  /** The server's id of it. */
  attachmentId: string;
  bytes: ArrayBuffer;
  /** Where an earlier upload of it stands; null where none does. */
  url: string | null;
}
export interface Heard {
  url(url: string): Promise<unknown>;
  /** Bytes that the server has confirmed. */
  sent(bytes: number): Promise<unknown>;
}
export type Upload = (uploading: Uploading, heard: Heard) => Promise<void>;

interface Wire {
  language: () => string;
  endpoint?: string;
  silenceMs?: number;
  speak?: Speak;
}

/** How far an upload has got, and where. */
interface Standing {
  url: string;
  offset: number;
}

/**
 * Sends an attachment's bytes chunk by chunk and resolves when the server has taken the last; what it makes of them it is
 * asked after. Of tus 1.0 (https://tus.io/protocols/resumable-upload) these three requests are all we need; trying again
 * is the outbox's, for all that waits alike.
 */
export function uploadOver({
  language,
  endpoint = '/attachments',
  silenceMs = SILENCE_MS,
  speak = overXhr,
}: Wire): Upload {
  return async ({ attachmentId, bytes, url }, heard) => {
    const watched = watch(silenceMs);
    const ask = async ({ headers, ...asked }: Asked): Promise<Answered> => {
      const told = { ...headers, 'tus-resumable': '1.0.0', 'accept-language': language() };
      const answer = await speak({ ...asked, headers: told }, watched.heard, watched.stop).catch(() => {
        throw new AskFailed(failed('OFFLINE'));
      });
      watched.heard();
      return answer;
    };
    try {
      const earlier = url && (await standing(ask, url, bytes.byteLength));
      const upload = earlier || (await begun(ask, endpoint, { attachmentId, size: bytes.byteLength }));
      if (upload.url !== url) await heard.url(upload.url);
      while (upload.offset < bytes.byteLength) {
        upload.offset = await chunkSent(ask, upload, bytes);
        await heard.sent(upload.offset);
      }
    } finally {
      watched.end();
    }
  };
}

type Ask = (asked: Asked) => Promise<Answered>;

async function begun(ask: Ask, endpoint: string, of: { attachmentId: string; size: number }): Promise<Standing> {
  const headers = { 'upload-length': String(of.size), 'upload-metadata': `attachment ${btoa(of.attachmentId)}` };
  const answer = await ask({ method: 'POST', url: endpoint, headers });
  const at = answer.header('location');
  if (!isYes(answer) || !at) throw refusal(answer);
  return { url: new URL(at, new URL(endpoint, globalThis.location?.href)).href, offset: 0 };
}

/** Null where it is gone, and nowhere else: after any other refusal to say, beginning anew would throw away what has arrived. */
async function standing(ask: Ask, url: string, size: number): Promise<Standing | null> {
  const answer = await ask({ method: 'HEAD', url, headers: {} });
  if (answer.status === 404 || answer.status === 410) return null;
  return { url, offset: offsetIn(answer, 0, size) };
}

function chunkSent(ask: Ask, { url, offset }: Standing, bytes: ArrayBuffer): Promise<number> {
  const body = bytes.slice(offset, offset + CHUNK);
  const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
  return ask({ method: 'PATCH', url, headers, body }).then((answer) =>
    offsetIn(answer, offset + 1, offset + body.byteLength),
  );
}

/** How many bytes the server says it has: a yes without a number that can be true was not the answer of our server. */
function offsetIn(answer: Answered, least: number, most: number): number {
  const offset = Number.parseInt(answer.header('upload-offset') ?? '', 10);
  if (!isYes(answer) || !(offset >= least && offset <= most)) throw refusal(answer);
  return offset;
}

const isYes = ({ status }: Answered) => status >= 200 && status < 300;

/** What only a server of tus says: it stands elsewhere than we thought, is held by another request, or has got other bytes. The next try puts it right. */
const OURS: ReadonlySet<number> = new Set([409, 423, 460]);

/** With a status of success too it was not the answer of our server: no place, no offset. */
const refusal = ({ status, body, header }: Answered) =>
  new AskFailed(OURS.has(status) ? failed('INTERNAL') : failureOfAnswer(status, body, retryAfterIn(header)));

/** Stops when nothing has been heard for so long. */
function watch(ms: number) {
  const stopping = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stopping.abort(), ms);
  };
  heard();
  return { heard, stop: stopping.signal, end: () => clearTimeout(timer) };
}
