import type { Findings } from './finding.ts';
import { foldKey } from './key.ts';
import type { PortfolioLine } from './portfolios.check.ts';
import { portfolioProblems } from './portfolios.problems.ts';
import type { Query } from './transaction.ts';

interface Topic {
  code: string;
  name: string;
  parent_code: string | null;
}

/** The topics in use of a county, found by code or name. */
export class TopicDirectory {
  readonly #topics: Topic[];

  constructor(topics: Topic[]) {
    this.#topics = topics;
  }

  static async load(query: Query, county: number): Promise<TopicDirectory> {
    return new TopicDirectory(
      await query(
        `select code, name, parent_code from term where county_code = $1 and kind = 'TOPIC' and is_active order by position, code`,
        [county],
      ),
    );
  }

  /** The line that each topic of the file stands on: those it names, then what stands under a top topic and is named nowhere. */
  assign(lines: PortfolioLine[], findings: Findings): Map<string, PortfolioLine> {
    const held = new Map<string, PortfolioLine>();
    for (const { line, text } of lines.flatMap((line) => (line.topics ?? []).map((text) => ({ line, text })))) {
      const spot = { line: line.line, field: 'topics', value: text };
      const code = this.#find(text, spot, findings);
      const earlier = code && held.get(code);
      if (earlier && earlier !== line) findings.refuse(spot, portfolioProblems.topicTwice(earlier.line));
      else if (code) held.set(code, line);
    }
    const named = new Map(held);
    for (const { code, parent_code } of this.#topics) {
      const above = parent_code && named.get(parent_code);
      if (above && !named.has(code)) held.set(code, above);
    }
    return held;
  }

  #find(text: string, spot: { line: number; field: string; value: string }, findings: Findings): string | undefined {
    const key = foldKey(text);
    const named = this.#topics.filter(({ name }) => foldKey(name) === key);
    const found = this.#topics.filter(({ code }) => foldKey(code) === key);
    const [only, another] = found.length > 0 ? found : named;
    if (only && !another) return only.code;
    const same = named.map(({ code }) => code);
    findings.refuse(
      spot,
      another ? portfolioProblems.topicAmbiguous(same.join(' / ')) : portfolioProblems.topicUnknown(text),
    );
    return undefined;
  }
}
