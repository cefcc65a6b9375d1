import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import type { Findings } from './finding.ts';
import { plainKey, tidyName } from './key.ts';
import { portfolioProblems } from './portfolios.problems.ts';
import type { PortfolioField } from './portfolios.sheet.ts';
import { refuseTwice, takeRef } from './row-values.ts';
import type { Entry } from './sheet.ts';

export interface PortfolioLine {
  line: number;
  name: string;
  ref: string;
  /** Codes or names as they stand in the cell; undefined when it is empty and nothing is to change. */
  topics: string[] | undefined;
  position: number | undefined;
}

const { name: length, position: last } = LIMITS.portfolio;

/** What a portfolios file alone can tell. */
export function checkPortfolios(entries: Entry<PortfolioField>[], findings: Findings): PortfolioLine[] {
  const names = new Map<string, number>();
  return entries.flatMap((entry) => {
    const row = entry.isSound && checkEntry(entry, findings);
    if (!row) return [];
    const spot = { line: row.line, field: 'name', value: row.name };
    return refuseTwice(names, row.name, spot, findings) ? [] : [row];
  });
}

function checkEntry({ line, value }: Entry<PortfolioField>, findings: Findings): PortfolioLine | undefined {
  const before = findings.list.length;
  const at = (field: PortfolioField) => ({ line, field, value: value[field] });
  const name = tidyName(value.name);
  if (lengthFault(name, length)) findings.refuse(at('name'), portfolioProblems.nameLength(length.min, length.max));
  const ref = takeRef(at('leader'), findings);
  const position = plainKey(value.position);
  if (position && !(/^\d{1,4}$/.test(position) && Number(position) <= last))
    findings.refuse(at('position'), portfolioProblems.badPosition(last));
  if (findings.list.length > before || !ref) return undefined;
  const topics = value.topics
    .split(/[、;；,，]/)
    .map((text) => text.trim())
    .filter(Boolean);
  return {
    line,
    name,
    ref,
    topics: topics.length > 0 ? topics : undefined,
    position: position ? Number(position) : undefined,
  };
}
