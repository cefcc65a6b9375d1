import type { DetailedError, HttpRequest, HttpResponse, UploadOptions } from 'tus-js-client';
import { AskFailed, failed, failureOfAnswer, retryAfterIn } from '../ui/failure.ts';

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
  /** What tus takes bytes as: a Blob in browsers. */
  whole?: (bytes: ArrayBuffer) => File;
}

/** Sends an attachment's bytes chunk by chunk and resolves when the server has taken the last; what it makes of them it is asked after. */
export function uploadOver({
  language,
  endpoint = '/attachments',
  silenceMs = SILENCE_MS,
  whole = asBlob,
}: Wire): Upload {
  return async ({ attachmentId, bytes, url }, heard) => {
    // Fetched with the first photo that goes: most reports have none.
    const { Upload } = await import('tus-js-client');
    const watched = watch(silenceMs);
    try {
      await new Promise<void>((resolve, reject) => {
        const upload = new Upload(whole(bytes), {
          ...SETTINGS,
          endpoint,
          uploadUrl: url,
          metadata: { attachment: attachmentId },
          headers: { 'accept-language': language() },
          onAfterResponse: (request, response) => {
            watched.heard();
            refuseToForget(request, response);
          },
          onUploadUrlAvailable: () => void (upload.url && upload.url !== url && heard.url(upload.url).catch(reject)),
          onProgress: watched.heard,
          onChunkComplete: (_size, accepted) => void heard.sent(accepted).catch(reject),
          onSuccess: () => resolve(),
          onError: reject,
        });
        watched.whenSilent(() => {
          void upload.abort();
          reject(new AskFailed(failed('OFFLINE')));
        });
        upload.start();
      });
    } catch (error) {
      throw error instanceof AskFailed ? error : new AskFailed(failureOfUpload(error as DetailedError));
    } finally {
      watched.end();
    }
  };
}

const SETTINGS = {
  chunkSize: CHUNK,
  // The outbox tries again, for all that waits alike.
  retryDelays: null,
  // An upload is known by its attachment: two photos may be the same, and iOS makes each file anew.
  storeFingerprintForResuming: false,
} satisfies Partial<UploadOptions> | { retryDelays: null };

const asBlob = (bytes: ArrayBuffer) => new Blob([bytes]) as File;

/** The library begins anew after any refusal to say how far an upload has got: that is right only where it is gone. */
function refuseToForget(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus();
  if (request.getMethod() !== 'HEAD' || status < 300 || status === 404 || status === 410) return;
  throw new AskFailed(failureOfResponse(response));
}

function failureOfUpload({ originalRequest, originalResponse, causingError }: DetailedError) {
  if (causingError instanceof AskFailed) return causingError.failure;
  // Without a request it was a fault of ours that stopped it.
  if (!originalResponse) return failed(originalRequest ? 'OFFLINE' : 'INTERNAL');
  return OURS.has(originalResponse.getStatus()) ? failed('INTERNAL') : failureOfResponse(originalResponse);
}

/** What only a server of tus says: it stands elsewhere than we thought, is held by another request, or has got other bytes. The next try puts it right. */
const OURS: ReadonlySet<number> = new Set([409, 423, 460]);

/** With a status of success too it was not the answer of our server: no place, no offset. */
const failureOfResponse = (response: HttpResponse) =>
  failureOfAnswer(
    response.getStatus(),
    response.getBody() ?? '',
    retryAfterIn((name) => response.getHeader(name)),
  );

function watch(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silent: () => void = () => undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent(), ms);
  };
  heard();
  return {
    heard,
    whenSilent: (then: () => void) => {
      silent = then;
    },
    end: () => clearTimeout(timer),
  };
}
