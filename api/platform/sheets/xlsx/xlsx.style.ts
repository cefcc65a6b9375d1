import type { ColumnKind } from '../sheet.ts';

/** Where a cell's look stands in STYLES. */
export const STYLE = { plain: 0, text: 1, quoted: 2, NUMBER: 3, PERCENT: 4, DAY: 5, INSTANT: 6, heading: 7 } as const;

/** 49 is @, text; 3 is #,##0 and would hide decimals, so figures are as they are (0, General); percent, day and instant are our own. */
const FORMATS = { text: 49, number: 0, percent: 164, day: 165, instant: 166 };

const look = (format: number, more = '') =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;

export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="${FORMATS.percent}" formatCode="0.0%"/><numFmt numFmtId="${FORMATS.day}" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="${FORMATS.instant}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${look(FORMATS.text)}${look(FORMATS.text, ' quotePrefix="1"')}${look(FORMATS.number)}${look(FORMATS.percent)}${look(FORMATS.day)}${look(FORMATS.instant)}<xf numFmtId="${FORMATS.text}" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`;

const WIDTHS: Record<ColumnKind, number> = { TEXT: 24, CODE: 18, NUMBER: 12, PERCENT: 10, DAY: 12, INSTANT: 17 };
/** In characters of half a width, as spreadsheets count. */
export const widthOf = (name: string, kind: ColumnKind): number =>
  Math.min(60, Math.max(WIDTHS[kind], 4 + [...name].reduce((sum, sign) => sum + (sign > '\u024f' ? 2 : 1), 0)));
