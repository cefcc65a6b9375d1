import type { UnitKind } from '../../contract.generated.ts';

export const UNIT_KINDS = [
  'TOWNSHIP_STATION',
  'VILLAGE_ROOM',
  'DEPARTMENT',
  'KEY_ENTERPRISE',
] as const satisfies UnitKind[];

export interface UnitFilter {
  kind?: UnitKind;
  parentCode?: string;
  /** Only units without an active officer. */
  isCovered?: false;
  /** Only units without a principal (R17). */
  hasPrincipal?: false;
  text?: string;
}

/** Reads the filter of units from an address; what it does not know it leaves out. */
export function readUnitFilter(search: URLSearchParams): UnitFilter {
  const kind = UNIT_KINDS.find((each) => each === search.get('kind'));
  const parentCode = search.get('parent');
  const text = search.get('q')?.trim();
  return {
    ...(kind ? { kind } : {}),
    ...(parentCode && /^\d{15}$/.test(parentCode) ? { parentCode } : {}),
    ...(search.get('uncovered') === '1' ? { isCovered: false as const } : {}),
    ...(search.get('unled') === '1' ? { hasPrincipal: false as const } : {}),
    ...(text ? { text } : {}),
  };
}
