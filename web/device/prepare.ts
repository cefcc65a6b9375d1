import { LIMITS } from '@lxq/schema/limits.ts';
import type { PhotoFault } from './compress.ts';
import type { Attached } from './draft.ts';
import type { Prepared } from './parts.ts';

/** What the server takes as a document, for the browser's own field. */
export const DOCUMENTS = '.pdf,.docx,.xlsx,.pptx,.txt,.csv';

/** Why what was chosen cannot go: nothing of it is kept, and the file stays where it was. */
export type FileFault = PhotoFault | 'FILE_LARGE' | 'EMPTY';
class FileRefused extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}
export const faultIn = (error: unknown): FileFault | undefined => (error as { fault?: FileFault }).fault;

/** A picture among the documents is made small like any other, and leaves behind where it was taken. */
export const kindOf = ({ type }: Pick<File, 'type'>, kind: Attached['kind'] = 'FILE'): Attached['kind'] =>
  kind === 'FILE' && type.startsWith('image/') ? 'PHOTO' : kind;

/** What was chosen, as it will go; throws with its fault. */
export async function prepare(file: File, kind: Attached['kind'], seconds: number | null = null): Promise<Prepared> {
  if (file.size === 0) throw new FileRefused('EMPTY');
  if (kind !== 'PHOTO' && file.size > LIMITS.attachment[kind].bytes) throw new FileRefused('FILE_LARGE');
  const blob = kind === 'PHOTO' ? await (await import('./compress.ts')).compressed(file) : file;
  return { kind, blob, seconds, name: kind === 'FILE' ? shortName(file.name) : null };
}

/** Its ending says what it is. */
function shortName(name: string): string {
  const { name: most } = LIMITS.attachment.FILE;
  const whole = name.trim() || '文件';
  if (whole.length <= most) return whole;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(whole)?.[0] ?? '';
  return whole.slice(0, most - ending.length) + ending;
}
