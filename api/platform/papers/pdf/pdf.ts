import type { Paper } from '@lxq/schema/texts/paper.ts';
import { type TypesetOptions, typeset } from '../typesetter.ts';

export function toPdf(paper: Paper, options?: TypesetOptions): Promise<Uint8Array> {
  return typeset('PDF', paper, options);
}
