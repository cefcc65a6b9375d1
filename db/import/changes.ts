import type { Words } from './finding.ts';

const DEEDS = ['added', 'renamed', 'changed', 'reopened', 'closed'] as const;
export type Deed = (typeof DEEDS)[number];

/** What an import does, or a dry run would do. */
export class Changes {
  readonly list: Record<Deed, string[]> = { added: [], renamed: [], changed: [], reopened: [], closed: [] };
  /** What came along with it. */
  readonly also: { what: Words; count: number }[] = [];

  note(deed: Deed, label: string): void {
    this.list[deed].push(label);
  }

  alongside(what: Words, count: number): void {
    if (count > 0) this.also.push({ what, count });
  }

  count(deed: Deed): number {
    return this.list[deed].length;
  }

  /** “0 added, 0 renamed, 0 closed”; the rarer deeds are named when they happen. */
  summary(): Words {
    const told = DEEDS.filter((deed) => ALWAYS.includes(deed) || this.count(deed) > 0);
    return {
      zh: told.map((deed) => `${DEED_WORDS[deed]} ${this.count(deed)}`).join(','),
      en: told.map((deed) => `${this.count(deed)} ${deed}`).join(', '),
    };
  }
}

const ALWAYS: Deed[] = ['added', 'renamed', 'closed'];
export const DEED_WORDS: Record<Deed, string> = {
  added: '新增',
  renamed: '更名',
  changed: '变更',
  reopened: '恢复',
  closed: '关闭',
};
