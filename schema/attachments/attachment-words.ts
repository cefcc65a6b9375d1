/** What may be attached: a picture, a voice note, a document. */
export const ATTACHMENT_KINDS = ['PHOTO', 'VOICE', 'FILE'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Promised, and its bytes awaited; arrived, as what it says it is; or looked at and not taken. */
export const ATTACHMENT_STATES = ['AWAITED', 'ARRIVED', 'REFUSED'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

/** The words of nouns whose things have attachments. Which rows of them are read by whom, each says itself. */
export const ATTACHMENT_SUBJECTS = ['REPORT', 'CASE', 'REVISIT'] as const;
export type AttachmentSubject = (typeof ATTACHMENT_SUBJECTS)[number];

/** As they stand in the history of the thing, beside its own deeds: they move it nowhere. */
export const ATTACHMENT_DEEDS = ['attach', 'detach'] as const;
export type AttachmentDeed = (typeof ATTACHMENT_DEEDS)[number];

/** Why what came is not taken. */
export const REFUSALS = [
  ...(['EMPTY', 'BROKEN', 'MARKUP', 'HARMFUL'] as const),
  ...(['HEIC', 'NO_PHOTO', 'TOO_MANY_PIXELS'] as const),
  ...(['NO_VOICE', 'VIDEO'] as const),
  ...(['NO_FILE', 'OLD_OFFICE', 'ARCHIVE', 'BOMB', 'PATHS', 'MACROS', 'EMBEDDED', 'LOCKED'] as const),
] as const;
export type Refusal = (typeof REFUSALS)[number];
