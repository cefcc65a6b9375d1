import type { Words } from '../../platform/contract/words.ts';

/** What a charge is refused with. */
export const CHARGE_WORDS = {
  charge: ['该主管单位', 'charge'],
  topic: ['请选择在用的信息类别，反映干部问题的类别除外', 'Choose a topic in use that accuses nobody'],
  place: ['请选择现有的乡镇或村', 'Choose a township or village that there is'],
  unit: ['请选择在用的单位，县群工办除外', 'Choose a unit in use other than the county office'],
} satisfies Record<string, Words>;
