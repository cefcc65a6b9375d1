export interface TopicTerm {
  code: string;
  parentCode: string | null;
  isActive: boolean;
  position: number;
}
export interface TopicBranch<T extends TopicTerm> {
  top: T;
  below: T[];
}

/** The dictionary of topics as two levels, in its order; a topic whose parent is unknown stands at the top. */
export function topicTree<T extends TopicTerm>(terms: readonly T[]): TopicBranch<T>[] {
  const byPosition = (a: T, b: T) => a.position - b.position || a.code.localeCompare(b.code);
  const codes = new Set(terms.map((term) => term.code));
  const sorted = [...terms].sort(byPosition);
  return sorted
    .filter((term) => !term.parentCode || !codes.has(term.parentCode))
    .map((top) => ({ top, below: sorted.filter((term) => term.parentCode === top.code) }));
}

/** A choice of topics with whole branches named by their top, so that one chip stands for all of them. */
export function shortened<T extends TopicTerm>(chosen: readonly string[], tree: readonly TopicBranch<T>[]): string[][] {
  const left = new Set(chosen);
  const groups: string[][] = [];
  for (const { top, below } of tree) {
    const branch = [top.code, ...below.map((term) => term.code)];
    if (below.length === 0 || !branch.every((code) => left.has(code))) continue;
    groups.push(branch);
    for (const code of branch) left.delete(code);
  }
  return [...groups, ...[...left].map((code) => [code])];
}
