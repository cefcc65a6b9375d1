import type { Paper } from '@lxq/schema/texts/paper.ts';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { pdfInput } from './pdf.input.ts';
import { PDF_TEMPLATE } from './pdf.template.ts';

/** Blocks the thread until done; in the server, go through the typesetter. */
export function compilePdf(paper: Paper, typefaces: string): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [typefaces] }] });
  const compiled = compiler.compile({ mainFileContent: PDF_TEMPLATE, inputs: { paper: pdfInput(paper) } });
  if (!compiled.result)
    throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'));
  return compiler.pdf(compiled.result);
}
