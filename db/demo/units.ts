import type { CountyPlan } from './counties.ts';
import type { Network } from './network.ts';
import type { Places } from './places.ts';
import type { Row } from './rows.ts';

/** Unit rows above the villages: they come first, since areas name a township's unit and villages name their area. */
export function upperUnitRows(plan: CountyPlan, { county, townships, seats }: Places): Row[] {
  const row = (code: number, name: string, kind: string, parent: number | null) => ({
    county_code: plan.countyCode,
    code,
    name,
    kind,
    parent_code: parent,
    is_active: true,
  });
  return [
    row(county.code, `${plan.name}群工办`, 'COUNTY_OFFICE', null),
    ...townships.map(({ code, name }) => row(code, `${name}群众工作站`, 'TOWNSHIP_STATION', county.code)),
    ...seats.map(({ code, name, kind }) => row(code, name, kind, county.code)),
  ];
}

export function areaRows(plan: CountyPlan, { areas }: Network): Row[] {
  return areas.map(({ id, township, name, chief, deputy }) => ({
    county_code: plan.countyCode,
    id,
    township_code: township.code,
    name: `${township.name}${name}`,
    chief_id: chief.id,
    deputy_id: deputy.id,
  }));
}

export function villageUnitRows(plan: CountyPlan, { areas }: Network): Row[] {
  return areas.flatMap(({ id, township, villages }) =>
    villages.map(({ code, name }) => ({
      county_code: plan.countyCode,
      code,
      name: `${name}群众工作室`,
      kind: 'VILLAGE_ROOM',
      parent_code: township.code,
      area_id: id,
      is_active: true,
    })),
  );
}
