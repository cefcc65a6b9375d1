import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './attaching.zh.ts';

export default {
  deed: 'Add photos or documents',
  hint: 'Photos are made smaller; documents: PDF, DOCX, XLSX, PPTX, TXT or CSV, at most 20 MB.',
  PREPARING: 'Being prepared…',
  WAITING: 'Waits for those before',
  SENDING: '{{percent, number}}% sent',
  retry: 'Try again',
  dismiss: 'Leave it',
  kept: 'The file is still here, and was not sent.',
  removeOne: 'Take back {{name}}',
  remove: 'Take back',
  removeAsk: 'Take back {{name}}?',
  removeHint: 'It is shown no longer and cleared after a day; that it was attached and taken back stays written.',
  removed: '{{name}} is taken back',
  fault: {
    HEIC: 'HEIC, a format that this browser cannot open. Save it as JPEG first.',
    NO_PHOTO: 'Cannot be opened: no photo, or damaged.',
    LARGE: 'Over 2 MB even when made smaller; choose another one.',
    FILE_LARGE: 'Over 20 MB: split it or make it smaller.',
    EMPTY: 'The file is empty; choose it again.',
  },
} satisfies SameKeys<typeof zh>;
