/** One sentence in both languages of the office. */
export interface Words {
  zh: string;
  en: string;
}

/** What can be wrong, and what the clerk does about it. */
export interface Problem {
  code: string;
  what: Words;
  remedy: Words;
}

/** Where it stands: the line as an editor counts it (the header is line 1); none when the whole file is meant. */
export interface Spot {
  line?: number;
  field?: string;
  value?: string;
}

export interface Finding extends Problem, Spot {
  severity: 'ERROR' | 'WARNING';
}

/** Everything found in one file, so that it is corrected in one go. */
export class Findings {
  readonly list: Finding[] = [];

  refuse(spot: Spot, problem: Problem): void {
    this.list.push({ ...spot, ...problem, severity: 'ERROR' });
  }

  warn(spot: Spot, problem: Problem): void {
    this.list.push({ ...spot, ...problem, severity: 'WARNING' });
  }

  /** Takes back what was said of these cells: something else explains it. */
  forget(spots: Spot[]): void {
    const cells = new Set(spots.map(cellOf));
    const kept = this.list.filter((finding) => !cells.has(cellOf(finding)));
    this.list.splice(0, this.list.length, ...kept);
  }

  get errors(): Finding[] {
    return this.list.filter(({ severity }) => severity === 'ERROR').sort(byLine);
  }

  get warnings(): Finding[] {
    return this.list.filter(({ severity }) => severity === 'WARNING').sort(byLine);
  }

  /** Ends the import when anything was refused; nothing has been written then. */
  stopIfRefused(): void {
    if (this.errors.length > 0) throw new ImportRefused(this);
  }
}

const cellOf = ({ line, field }: Spot) => `${line} ${field}`;
const byLine = (a: Finding, b: Finding) => (a.line ?? 0) - (b.line ?? 0);

export class ImportRefused extends Error {
  readonly findings: Findings;

  constructor(findings: Findings) {
    const count = findings.errors.length;
    super(`${count} 处错误,未写入任何数据 / ${count} ${count === 1 ? 'error' : 'errors'}, nothing was written`);
    this.findings = findings;
  }
}

/** A refusal of the file as a whole, or of one line that makes the rest unreadable. */
export function refuseFile(problem: Problem, spot: Spot = {}): never {
  const findings = new Findings();
  findings.refuse(spot, problem);
  throw new ImportRefused(findings);
}
