import { Readable } from 'node:stream';
import { badInput } from '../../contract/errors.ts';
import { filled, wordsIn } from '../../contract/words.ts';
import { inPieces } from '../pieces.ts';
import { aboutOf, definitionsOf } from '../sheet.about.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { SHEET_WORDS } from '../sheet.words.ts';
import { cellXml, textXml } from './xlsx.cells.ts';
import { fileOf, type ListedSheet, MAIN, ROOT, typesXml, workbookRelations, workbookXml } from './xlsx.parts.ts';
import { STYLE, STYLES, widthOf } from './xlsx.style.ts';
import { MOST_BYTES, type ZipPart, zipped } from './zip.ts';

/** What one worksheet holds: spreadsheets open no longer one, and an archive none of 4 GiB. */
export interface SheetLimits {
  /** With the heading. */
  rows: number;
  characters: number;
}
/** A character has at most three bytes (a pair of units four). */
const LIMITS: SheetLimits = { rows: 1_048_576, characters: Math.floor((MOST_BYTES - 1_000_000) / 3) };
const MOST_COLUMNS = 16_384;

/**
 * A workbook as it is written: rows in as many sheets as they need, each with its heading frozen and a filter, and behind them a sheet that says what they
 * are and how many.
 */
export function toXlsx(sheet: Sheet, limits: SheetLimits = LIMITS): Readable {
  if (sheet.columns.length > MOST_COLUMNS)
    throw badInput('columns', ...filled(SHEET_WORDS.tooWide, { max: MOST_COLUMNS }));
  return Readable.from(zipped(new Workbook(sheet, limits).parts()), { objectMode: false });
}

class Workbook {
  private readonly sheet: Sheet;
  private readonly limits: SheetLimits;
  private readonly letters: readonly string[];
  private readonly listed: ListedSheet[] = [];
  private count = 0;
  private cutTexts = 0;

  constructor(sheet: Sheet, limits: SheetLimits) {
    this.sheet = sheet;
    this.limits = limits;
    this.letters = sheet.columns.map((_, i) => lettersOf(i));
  }

  async *parts(): AsyncGenerator<ZipPart> {
    yield part('_rels/.rels', ROOT);
    yield part('xl/styles.xml', STYLES);
    const rows = this.sheet.rows[Symbol.asyncIterator]();
    try {
      // Asked for before its sheet is begun: rows that just fill one need no other.
      let next = await rows.next();
      do {
        const following = { next };
        const at = this.listed.length;
        yield { name: fileOf(at), bytes: inPieces(this.rowsXml(rows, following, at)) };
        next = following.next;
      } while (!next.done);
    } finally {
      await rows.return?.();
    }
    yield part(fileOf(this.listed.length), this.aboutXml());
    const all = [...this.listed, { name: this.said('about') }];
    yield part('xl/workbook.xml', workbookXml(all));
    yield part('xl/_rels/workbook.xml.rels', workbookRelations(all));
    yield part('[Content_Types].xml', typesXml(all));
  }

  private async *rowsXml(
    rows: AsyncIterator<SheetRow>,
    following: { next: IteratorResult<SheetRow> },
    at: number,
  ): AsyncGenerator<string> {
    const { columns } = this.sheet;
    const head = `${worksheet(
      columns.map(({ name, kind }) => widthOf(name, kind)),
      true,
    )}<sheetData>${this.headingXml()}`;
    yield head;
    let line = 1;
    let characters = head.length;
    while (!following.next.done && line < this.limits.rows) {
      const xml = this.rowXml(following.next.value, line + 1);
      if (line > 1 && characters + xml.length > this.limits.characters) break;
      line++;
      characters += xml.length;
      this.count++;
      yield xml;
      following.next = await rows.next();
    }
    const filter = `A1:${this.letters.at(-1) ?? 'A'}${line}`;
    this.listed.push({ name: at === 0 ? this.said('rows') : `${this.said('rows')} ${at + 1}`, filter });
    yield `</sheetData><autoFilter ref="${filter}"/></worksheet>`;
  }

  private rowXml(row: SheetRow, line: number): string {
    let xml = `<row r="${line}">`;
    for (const [i, { kind }] of this.sheet.columns.entries())
      xml += cellXml(`${this.letters[i]}${line}`, row[i] ?? null, kind, this.cutting);
    return `${xml}</row>`;
  }
  private headingXml(): string {
    const cells = this.sheet.columns.map(({ name }, i) =>
      textXml(`${this.letters[i]}1`, name, STYLE.heading, this.cutting),
    );
    return `<row r="1">${cells.join('')}</row>`;
  }

  private aboutXml(): string {
    const lines: string[][] = aboutOf(this.sheet);
    lines.push(
      [this.said('count'), String(this.count)],
      [this.said('sheets'), this.listed.map(({ name }) => name).join(', ')],
    );
    const definitions = definitionsOf(this.sheet);
    if (definitions.length > 0) lines.push([], [this.said('definitions')], ...definitions);
    if (this.cutTexts > 0) lines.push([], [this.said('cutTexts'), String(this.cutTexts)]);
    const xml = lines.map((texts, y) => {
      const cells = texts.map((text, x) =>
        textXml(`${lettersOf(x)}${y + 1}`, text, x ? STYLE.text : STYLE.heading, this.cutting),
      );
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    });
    return `${worksheet([20, 60, 40, 40], false)}<sheetData>${xml.join('')}</sheetData></worksheet>`;
  }

  private readonly cutting = (length: number): string => {
    this.cutTexts++;
    return wordsIn(this.sheet.language, filled(SHEET_WORDS.cut, { length }));
  };
  private said(word: keyof typeof SHEET_WORDS): string {
    return wordsIn(this.sheet.language, SHEET_WORDS[word]);
  }
}

function part(name: string, xml: string): ZipPart {
  return {
    name,
    bytes: (async function* () {
      yield Buffer.from(xml);
    })(),
  };
}

/** Everything above the rows. */
function worksheet(widths: readonly number[], isFrozen: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${isFrozen ? pane : ''}</sheetView></sheetViews>${cols.length ? `<cols>${cols.join('')}</cols>` : ''}`;
}

/** 0 is A, 26 is AA. */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}
