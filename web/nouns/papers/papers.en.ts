import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './papers.zh.ts';

export default {
  title: 'Papers',
  none: 'No papers yet. Deciding, dispatching, reporting and revisiting each issue one.',
  folder: 'Folder as PDF',
  folderHint: 'Cover, contents and every paper, with page numbers',
  print: 'Print',
  issuer: 'Issued by {{issuer}} on {{at}}',
  hash: 'Content hash {{hash}}',
  gone: 'There is no such paper, or you may not see it',
} satisfies SameKeys<typeof zh>;
