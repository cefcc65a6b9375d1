import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './papers.zh.ts';

export default {
  title: 'Papers',
  none: {
    case: 'No papers yet. Deciding, dispatching, reporting and revisiting each issue one.',
    revisit: 'No sheet yet. Recording the revisit, or letting it count, issues one.',
    order: 'No paper yet. Issuing the order numbers and makes it.',
    censure: 'No paper yet. Issuing the censure numbers and makes it.',
  },
  draft: {
    look: 'Preview the paper',
    title: 'Preview (draft)',
    about: 'Of what stands here now: it has no number, and is kept nowhere.',
    of: '{{title}} (draft)',
    mark: 'Draft',
    none: 'No paper would be issued now',
  },
  folder: 'Folder as PDF',
  folderHint: 'Cover, contents and every paper, with page numbers',
  matter: { case: 'The case', revisit: 'The revisit', order: 'The order', censure: 'The censure' },
  print: 'Print',
  issuer: 'Issued by {{issuer}} on {{at}}',
  hash: 'Content hash {{hash}}',
  gone: 'There is no such paper, or you may not see it',
} satisfies SameKeys<typeof zh>;
