import type { Words } from '../platform/contract/words.ts';

export const PAPER_FILE_WORDS = {
  paper: ['该文书', 'paper'],
  folder: ['该案卷', 'folder'],
  busy: ['正在生成的文件较多，请稍后重试', 'Many files are being made; please try again'],
} satisfies Record<string, Words>;
export const PAPER_WORDS_OF_ISSUING = {
  otherText: ['审批的不是这份正文，请重新拟稿送审', 'Another text was signed than this one; draft it anew'],
} satisfies Record<string, Words>;
