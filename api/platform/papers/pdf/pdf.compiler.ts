import { join } from 'node:path';
import type { Paper } from '@lxq/schema/texts/paper.ts';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { bytesOf, type PictureBytes } from '../pictures.ts';
import { pdfInput } from './pdf.input.ts';
import { PDF_TEMPLATE } from './pdf.template.ts';

/** Where the template finds pictures; there is no such folder, only what is handed over. */
const WORKSPACE = '/paper';

/** Blocks the thread until done; in the server, go through the typesetter. */
export function compilePdf(paper: Paper, typefaces: string, pictures: PictureBytes = new Map()): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: [typefaces] }] });
  for (const { pictures: row = [] } of paper.parts.flat())
    for (const each of row)
      compiler.mapShadow(join(WORKSPACE, `${each.sha256}.jpg`), Buffer.from(bytesOf(pictures, each)));
  const compiled = compiler.compile({ mainFileContent: PDF_TEMPLATE, inputs: { paper: pdfInput(paper) } });
  if (!compiled.result)
    throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'));
  return compiler.pdf(compiled.result);
}
