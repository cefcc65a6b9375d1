import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { fileProblems } from './file.problems.ts';
import { ImportRefused, refuseFile } from './finding.ts';

export interface Listener {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** So much is read before the next look at the listener's limits. */
const PIECE = 64 * 1024;
/** No part that is read goes deeper than ten. */
const DEEPEST = 40;
const MOST_ATTRIBUTES = 60;

/** Tells a part's elements by their local names. A part that declares entities of its own is refused: none needs them. */
export function readXml(xml: string, listener: Listener): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => refuseFile(fileProblems.brokenExcel()));
  let [depth, attributes] = [0, 0];
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) refuseFile(fileProblems.brokenExcel());
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > DEEPEST) refuseFile(fileProblems.brokenExcel());
    listener.open?.(local(tag.name), plain(tag.attributes));
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    depth--;
    listener.close?.(local(name));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('error', (error) => {
    throw error;
  });
  try {
    for (let at = 0; at < xml.length; at += PIECE) parser.write(xml.slice(at, at + PIECE));
    parser.close();
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    refuseFile(fileProblems.brokenExcel());
  }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** r:id is id: no part has both. */
function plain(attributes: Record<string, string>): Record<string, string> {
  const names = Object.keys(attributes);
  if (!names.some((name) => name.includes(':'))) return attributes;
  return Object.fromEntries(names.map((name) => [local(name), attributes[name] ?? '']));
}
