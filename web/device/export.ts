import type { Attached } from './draft.ts';
import type { LocalDb, OutboxItem } from './local-db.ts';
import { attachmentsOf } from './promised.ts';

/** What stands above each part of the file, in the reader's language. */
export interface ExportWords {
  title: string;
  /** Lines of an entry: what it says, where, when, why it waits. */
  lines(item: OutboxItem): readonly (readonly [name: string, text: string])[];
  /** For what is named in the file and can no longer be read. */
  missing: string;
}

/**
 * Everything that waits as one page that opens anywhere without us: texts, photos and voice in it. It leaves the phone in
 * its owner's hands, so that it reaches the office some other way. Nothing in it may run: it has no scripts, and says so.
 */
export async function exportOf(db: LocalDb, items: readonly OutboxItem[], words: ExportWords): Promise<Blob> {
  const pieces: string[] = [HEAD, `<title>${safe(words.title)}</title><h1>${safe(words.title)}</h1>`];
  for (const item of items) {
    const lines = words.lines(item).filter(([, text]) => text !== '');
    pieces.push(`<article>${lines.map(([name, text]) => `<p><b>${safe(name)}</b> ${safe(text)}</p>`).join('')}`);
    for (const attached of attachmentsOf(item.promised)) pieces.push(await shown(db, attached, words));
    pieces.push('</article>');
  }
  return new Blob(pieces, { type: 'text/html' });
}

const HEAD =
  '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; media-src data:; style-src \'unsafe-inline\'">' +
  '<style>body{font:16px/1.6 sans-serif;margin:1em}img{max-width:100%}p{white-space:pre-wrap}article{border-top:1px solid;padding:1em 0}</style>';

async function shown(db: LocalDb, attached: Attached, { missing }: ExportWords): Promise<string> {
  if (attached.isStored) return '';
  const [part, row] = await Promise.all([db.parts.get(attached.clientId), db.bytes.get(attached.clientId)]);
  const name = safe(attached.name ?? '');
  if (!part || !row) return `<p>${name} ${safe(missing)}</p>`;
  const data = `data:${safe(part.type || 'application/octet-stream')};base64,${base64(new Uint8Array(row.bytes))}`;
  if (attached.kind === 'PHOTO') return `<img alt="" src="${data}">`;
  if (attached.kind === 'VOICE') return `<audio controls src="${data}"></audio>`;
  return `<p><a href="${data}">${name}</a></p>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** A multiple of three, so that the pieces of the text fit together. */
const PIECE = 3 * 8_192;
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return pieces.join('');
}

/** SHARED by the phone's own sheet; otherwise an address under which the page opens, to be kept from there. */
export async function handOver(
  page: Blob,
  name: string,
  share: Pick<Navigator, 'share' | 'canShare'> | undefined = typeof navigator === 'undefined' ? undefined : navigator,
): Promise<'SHARED' | 'CANCELLED' | { url: string }> {
  const file = new File([page], name, { type: 'text/html' });
  if (share?.canShare?.({ files: [file] })) {
    const outcome = await share.share({ files: [file] }).then(
      () => 'SHARED' as const,
      (error: unknown) => (error as { name?: string }).name,
    );
    if (outcome === 'SHARED') return 'SHARED';
    if (outcome === 'AbortError') return 'CANCELLED';
  }
  return { url: URL.createObjectURL(page) };
}
