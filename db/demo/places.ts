import { officeOf } from '@lxq/schema/places.ts';
import { pinyin } from 'pinyin-pro';
import type { CountyPlan } from './counties.ts';
import { between, type Random, shuffled } from './random.ts';
import { VILLAGE_ROOTS, VILLAGE_SIDES, VILLAGE_TAILS, WARD_NAMES } from './village-names.ts';

export interface Village {
  code: number;
  name: string;
  township: Township;
  isWard: boolean;
  groups: { code: number; name: string }[];
}

export interface Township {
  code: number;
  name: string;
  villages: Village[];
}

export interface Seat {
  code: number;
  name: string;
  kind: 'DEPARTMENT' | 'KEY_ENTERPRISE';
}

export interface Places {
  county: { code: number; name: string };
  townships: Township[];
  villages: Village[];
  seats: Seat[];
}

/** Codes as in life: wards 001–199, villages 200–399 under a township, groups 001 and up under a village. */
export function makePlaces(plan: CountyPlan, random: Random): Places {
  const root = officeOf(plan.countyCode);
  const wards = shuffled(random, WARD_NAMES);
  const villageNames = shuffled(random, everyVillageName());
  const townships = plan.townships.map(({ number, name, wards: wardCount, villages }): Township => {
    const township: Township = { code: root + number * 1_000_000, name, villages: [] };
    for (let i = 0; i < wardCount; i++)
      township.villages.push(makeVillage(township, i + 1, `${wards.pop()}社区`, random));
    for (let i = 0; i < villages; i++)
      township.villages.push(makeVillage(township, 200 + i, `${villageNames.pop()}村`, random));
    return township;
  });
  const seats: Seat[] = [
    ...plan.departments.map((name, i): Seat => ({ code: root + (600 + i) * 1_000_000, name, kind: 'DEPARTMENT' })),
    ...plan.enterprises.map((name, i): Seat => ({ code: root + (800 + i) * 1_000_000, name, kind: 'KEY_ENTERPRISE' })),
  ];
  const villages = townships.flatMap((township) => township.villages);
  return { county: { code: root, name: plan.name }, townships, villages, seats };
}

function makeVillage(township: Township, number: number, name: string, random: Random): Village {
  const code = township.code + number * 1_000;
  const isWard = number < 200;
  const groups = Array.from({ length: between(random, 4, 8) }, (_, i) => ({
    code: code + i + 1,
    name: isWard ? `第${NUMERALS[i]}网格` : `${NUMERALS[i]}组`,
  }));
  return { code, name, township, isWard, groups };
}

const NUMERALS = [...'一二三四五六七八'];

/** Whole names are unlike each other; the sides tell neighbours of one root apart, as they do in life. */
function everyVillageName(): string[] {
  return VILLAGE_ROOTS.flatMap((root, i) => [
    `${root}${VILLAGE_TAILS[i % VILLAGE_TAILS.length]}`,
    ...VILLAGE_SIDES.filter((_, j) => (i + j) % 3 === 0).map((side) => `${side}${root}`),
  ]);
}

/** Place rows; names in full for people: 青石渡镇 柳林村 三组. */
export function placeRows(plan: CountyPlan, places: Places): Record<string, unknown>[] {
  const { county } = places;
  const row = (code: number, name: string, fullName: string, level: string, parent: number | null) => ({
    county_code: plan.countyCode,
    code,
    name,
    full_name: fullName,
    level,
    parent_code: parent,
    ...spelled(name),
    valid_from: '2012-01-01',
  });
  return [
    row(county.code, county.name, county.name, 'COUNTY', null),
    ...places.seats.map((seat) => row(seat.code, seat.name, seat.name, 'SEAT', county.code)),
    ...places.townships.flatMap((township) => [
      row(township.code, township.name, township.name, 'TOWNSHIP', county.code),
      ...township.villages.flatMap((village) => {
        const fullName = `${township.name} ${village.name}`;
        return [
          row(village.code, village.name, fullName, 'VILLAGE', township.code),
          ...village.groups.map((group) =>
            row(group.code, group.name, `${fullName} ${group.name}`, 'GROUP', village.code),
          ),
        ];
      }),
    ]),
  ];
}

const known = new Map<string, { pinyin: string; initials: string }>();

/** 柳林村 → liulincun, llc. */
export function spelled(name: string): { pinyin: string; initials: string } {
  const before = known.get(name);
  if (before) return before;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const made = { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
  known.set(name, made);
  return made;
}
