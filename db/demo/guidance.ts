import { officeOf } from '@lxq/schema/places.ts';
import type { CountyPlan } from './counties.ts';
import type { Desk } from './desk.ts';
import type { Dossier } from './dossier.ts';
import { CENSURE_STORIES, CENSURED_TOWNSHIPS, censureOf } from './guidance-censures.ts';
import { DECISIONS, decisionOf } from './guidance-decisions.ts';
import type { Made } from './guidance-made.ts';
import { ORDER_STORIES, orderOf } from './guidance-orders.ts';
import * as texts from './guidance-texts.ts';
import { common, THEME_STORIES, themeOf } from './guidance-themes.ts';
import type { Post } from './people.ts';
import type { Places } from './places.ts';
import { pick } from './random.ts';
import type { Row } from './rows.ts';
import { DAY, whenOpen } from './working-hours.ts';

/** Orders, censures, what was decided after them, and themes, each as far as its list of deeds says; every deed is asked of its machine. */
export function makeGuidance(
  { countyCode }: CountyPlan,
  places: Places,
  dossiers: readonly Dossier[],
  desk: Desk,
): { tables: [table: string, rows: readonly Row[]][]; audit: Row[] } {
  const [drafter] = desk.network.office.clerks as [Post];
  const townships = places.townships.map(({ code }) => code);
  const seats = places.seats.map(({ code }) => code);
  /** The first longest ago. */
  const made = (i: number, days: number): Made => {
    const at = whenOpen(desk.now - (days - i) * DAY, desk.calendar, desk.random);
    return { countyCode, drafter, desk, at };
  };
  const nth = <Each>(list: readonly Each[], i: number) => list[i % list.length] as Each;
  const orders = ORDER_STORIES.map((deeds, i) =>
    orderOf(made(i, 40), { deeds, unit: pick(desk.random, i % 2 ? seats : townships), text: nth(texts.ORDERS, i) }),
  );
  const censures = CENSURE_STORIES.map((deeds, i) =>
    censureOf(made(i, 60), {
      deeds,
      unit: nth(i < CENSURED_TOWNSHIPS ? townships : seats, i),
      text: nth(texts.CENSURES, i),
    }),
  );
  const themes = common(dossiers)
    .slice(0, THEME_STORIES.length)
    .map((members, i) => ({ members, ...themeOf(made(i, 20), { deeds: nth(THEME_STORIES, i), members }) }));
  const standing = censures.filter(({ row }) => row.issued_at && row.state !== 'REVOKED');
  const decisions = DECISIONS.map((decision, i) =>
    decisionOf(made(i, 12), decision, { censure: nth(standing, i * 2).row, no: i + 5 }),
  );
  const links = themes.flatMap(({ members, row }) =>
    members.map(({ id }) => ({
      ...{ county_code: countyCode, theme_id: row.id, report_id: id, unit_code: officeOf(countyCode) },
    })),
  );
  const rowsOf = (all: readonly { row: Row }[]) => all.map(({ row }) => row);
  return {
    tables: [
      ...([
        ['guidance_order', rowsOf(orders)],
        ['censure', rowsOf(censures)],
        ['accountability', rowsOf(decisions)],
      ] as [string, Row[]][]),
      ...([
        ['theme', rowsOf(themes)],
        ['theme_report', links],
      ] as [string, Row[]][]),
    ],
    audit: [...orders, ...censures, ...themes, ...decisions].flatMap(({ audit }) => audit),
  };
}
