import { periodName } from '@lxq/schema/measures/table-periods.ts';
import { isTime, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import { wordsIn } from '../contract/words.ts';
import type { Scope } from '../scope/scope.ts';
import { namingOf } from './measure.ts';

export interface TableKey {
  codes: string[];
  labels: string[];
}
export interface TableKeys {
  keys: TableKey[];
  /** Where a key stands among them. */
  place(codes: readonly string[]): number;
}

/** Each once, by its codes: the total first, and a subtotal before what it is of. */
export async function keysNamed(
  scope: Scope,
  dimensions: readonly TableDimension[],
  all: readonly string[][],
): Promise<TableKeys> {
  const distinct = new Map(all.map((codes) => [JSON.stringify(codes), codes]));
  const sorted = [...distinct.values()].sort(compare);
  const names = await Promise.all(
    dimensions.map((dimension, i) =>
      namesOf(
        scope,
        dimension,
        sorted.flatMap((codes) => codes[i] ?? []),
      ),
    ),
  );
  const places = new Map(sorted.map((codes, i) => [JSON.stringify(codes), i]));
  return {
    keys: sorted.map((codes) => ({ codes, labels: codes.map((code, i) => names[i]?.get(code) ?? code) })),
    place: (codes) => places.get(JSON.stringify(codes)) as number,
  };
}

function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((code, i) => code !== other[i]);
  if (at < 0 || at >= other.length) return one.length - other.length;
  return (one[at] as string) < (other[at] as string) ? -1 : 1;
}

const NOT_STATED = ['未注明', 'Not stated'] as const;
async function namesOf(
  scope: Scope,
  dimension: TableDimension,
  all: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { language } = scope.caller;
  const codes = [...new Set(all)].filter(Boolean);
  const named = isTime(dimension)
    ? codes.map((code) => [code, wordsIn(language, periodName(dimension, code))] as const)
    : codes.length
      ? ((await namingOf(dimension)?.(scope, codes)) ?? [])
      : [];
  return new Map([['', wordsIn(language, NOT_STATED)], ...named]);
}
