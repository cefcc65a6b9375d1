import type { Refusal } from '@lxq/schema/attachments/attachment-words.ts';

/** What is kept of what came: never the bytes of a picture as they came, and of everything else nothing but what it was recognised as. */
export interface Taken {
  bytes: Uint8Array;
  mediaType: string;
  width?: number;
  height?: number;
  /** Of a picture, its small form. */
  thumbnail?: Uint8Array;
}

/** What came is not taken; why stands on its row, in the reader's language. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

const BEGINNING = 1_024;
/** A page, or a drawing that may hold a script: never taken, whatever it is called. */
export const isMarkup = (bytes: Uint8Array): boolean =>
  /<\s*(!doctype|html|head|body|script|svg|\?xml|iframe)/i.test(
    Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1').replaceAll('\0', ''),
  );
