/** One request of an upload. */
export interface Asked {
  method: 'POST' | 'HEAD' | 'PATCH';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: ArrayBuffer;
}
export interface Answered {
  status: number;
  body: string;
  header(name: string): string | null;
}
/** Rejects when no answer comes. `moving` is called whenever something of the request has left. */
export type Speak = (asked: Asked, moving: () => void, stop: AbortSignal) => Promise<Answered>;

/** By XMLHttpRequest: fetch does not say how far a chunk has got, which on one bar of signal is all that tells a slow line from a dead one. */
export const overXhr: Speak = ({ method, url, headers, body }, moving, stop) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cut = () => reject(new TypeError('no answer'));
    if (stop.aborted) return cut();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = moving;
    request.onload = () =>
      resolve({
        status: request.status,
        body: request.responseText,
        header: (name) => request.getResponseHeader(name),
      });
    request.onerror = cut;
    request.onabort = cut;
    stop.addEventListener('abort', () => request.abort());
    request.send(body);
  });
