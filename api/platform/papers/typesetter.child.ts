import type { Paper } from '@lxq/schema/texts/paper.ts';
import type { PictureBytes } from './pictures.ts';

export interface TypesetOrder {
  format: 'DOCX' | 'PDF';
  paper: Paper;
  /** Bytes of the paper's pictures (JPEG), by their hash. */
  pictures: PictureBytes;
  /** Where the font files are made, once (50 MB). */
  cache: string;
}

export type TypesetNews =
  | { stage: 'READY' }
  | { stage: 'DONE'; bytes: Uint8Array }
  | { stage: 'FAILED'; reason: string };

/** A process of its own: native code in a thread cannot be stopped, and would take the server along when it falls. */
process.once('message', async (order: TypesetOrder) => {
  try {
    await tell({ stage: 'DONE', bytes: await typeset(order) });
  } catch (error) {
    await tell({ stage: 'FAILED', reason: error instanceof Error ? error.message : String(error) });
  }
  process.disconnect();
});

async function typeset({ format, paper, pictures, cache }: TypesetOrder): Promise<Uint8Array> {
  if (format === 'DOCX') {
    const { toDocx } = await import('./docx/docx.ts');
    await tell({ stage: 'READY' });
    return toDocx(paper, pictures);
  }
  const { typefacesIn } = await import('./typefaces/typefaces.ts');
  const { compilePdf } = await import('./pdf/pdf.compiler.ts');
  const folder = await typefacesIn(cache);
  await tell({ stage: 'READY' });
  return compilePdf(paper, folder, pictures);
}

function tell(news: TypesetNews): Promise<void> {
  return new Promise((resolve) => process.send?.(news, () => resolve()));
}
