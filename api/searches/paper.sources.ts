import { ISSUED_STATES } from '@lxq/schema/digests/digest-states.ts';
import {
  caseNumberIn,
  instructionNumberIn,
  issueNumberIn,
  paperNumberIn,
  type SerialNumber,
} from '@lxq/schema/searches/paper-number.ts';
import type { PaperKind } from '@lxq/schema/searches/papers.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { cutFrom } from '../platform/participation/participation.read.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { oneOf } from '../platform/tables/words.ts';

/** What is asked of a kind of paper: rows of PaperHit but for `kind`, from a table called `r` with `at` and `id`. */
export interface Asked {
  select: string;
  wanted: Conditions;
}
/** How a kind of paper is found: by a number that people call it by, else by words, where it is. A noun with papers has its line at the end of this file. */
export interface PaperSource {
  byNumber(text: string, scope: Scope): Asked | null;
  byWords?(needles: readonly string[], scope: Scope): Asked;
}

/**
 * Papers are few, hundreds of issues with thousands of pieces, and cases tens of thousands, so their texts are looked through as they stand (30,000 cases of a county within 0.2 s): no index, no hole in row security.
 * `position` is not leakproof and therefore comes after the policies. Han read the same folded, which spares folding every text.
 */
function addWords(wanted: Conditions, text: string, needles: readonly string[]): void {
  for (const needle of needles) wanted.add(`position(? in ${HAN.test(needle) ? text : folded(text)}) > 0`, needle);
}
const HAN = /^[\u4e00-\u9fff]+$/;
const folded = (text: string) => `lower(normalize(${text}, NFKC))`;
/** Around the first word; what folds to another length moves it a little. */
const part = (text: string, word: string) =>
  `substr(${text}, greatest(position(${word} in ${folded(text)}) - 40, 1), 160)`;

const ISSUE = `d.county_code, d.issued_at as at, d.year || '-' || d.no as no, d.id as digest_id, null::uuid as report_id`;
const IS_ISSUED = oneOf('d.state', ISSUED_STATES);

const digest: PaperSource = {
  byNumber(text, { county }) {
    const number = issueNumberIn(text);
    if (!number) return null;
    const titles = `(select string_agg(i.title, '；' order by i.position) from digest_item i where i.county_code = d.county_code and i.digest_id = d.id)`;
    const wanted = new Conditions().add(`d.county_code = ? and ${IS_ISSUED}`, county);
    if (number.isCumulative) wanted.add('d.cum_no = ?', number.no);
    else wanted.add('? in (d.no, d.cum_no)', number.no).given('d.year = ?', number.year);
    const columns = `${ISSUE}, d.id, d.title, coalesce(left(${titles}, 160), '') as text, null::uuid as item_id, null::int as item_number`;
    return { select: `select ${columns} from digest d`, wanted };
  },
  byWords(needles, { county }) {
    const wanted = new Conditions().add(`i.county_code = ? and ${IS_ISSUED}`, county);
    addWords(wanted, `(i.title || ' ' || i.text)`, needles);
    const text = part('i.text', wanted.value(needles[0]));
    const columns = `${ISSUE}, i.id, i.title, ${text} as text, i.id as item_id, i.position as item_number`;
    const from = 'digest_item i join digest d on d.county_code = i.county_code and d.id = i.digest_id';
    return { select: `select ${columns} from ${from}`, wanted };
  },
};

/** 2026-0290, of the year in which it came about. */
const serialOf = (at: string) =>
  `to_char(${at} at time zone 'Asia/Shanghai', 'YYYY') || '-' || lpad(r.serial::text, greatest(4, length(r.serial::text)), '0')`;
const addSerial = (wanted: Conditions, at: string, { year, serial }: SerialNumber): Conditions =>
  wanted.add('r.serial = ?', serial).add(`extract(year from ${at} at time zone 'Asia/Shanghai') = ?::int`, year);

const INSTRUCTION = `r.county_code, r.instructed_at as at, r.id, ${serialOf('r.instructed_at')} as no,
  r.leader_name as title, r.digest_id, r.item_id, null::int as item_number, r.report_id`;
/** What a leader took back is no instruction any more. */
const STANDS = `r.state <> 'WITHDRAWN'`;

const instruction: PaperSource = {
  byNumber(text, { county }) {
    const number = instructionNumberIn(text);
    if (!number) return null;
    const wanted = new Conditions().add(`r.county_code = ? and ${STANDS}`, county);
    return {
      select: `select ${INSTRUCTION}, left(r.text, 160) as text from instruction r`,
      wanted: addSerial(wanted, 'r.instructed_at', number),
    };
  },
  byWords(needles, scope) {
    const { from, wanted } = cutFrom(scope, { table: 'instruction', subject: 'INSTRUCTION' });
    addWords(wanted.add(STANDS), `(r.leader_name || ' ' || r.text)`, needles);
    const text = part('r.text', wanted.value(needles[0]));
    return { select: `select ${INSTRUCTION}, ${text} as text from ${from}`, wanted };
  },
};

const NOTHING_OF_AN_ISSUE =
  'null::uuid as digest_id, null::uuid as item_id, null::int as item_number, null::uuid as report_id';
const CASE = `r.county_code, r.opened_at as at, r.id, '案' || ${serialOf('r.opened_at')} as no, r.title, ${NOTHING_OF_AN_ISSUE}`;

/** By its own number or its notice's. */
const matter: PaperSource = {
  byNumber(text, { county }) {
    const wanted = new Conditions().add('r.county_code = ?', county);
    const select = `select ${CASE}, left(r.brief, 160) as text from cases r`;
    const number = caseNumberIn(text);
    if (number) return { select, wanted: addSerial(wanted, 'r.opened_at', number) };
    const notice = paperNumberIn(text);
    return notice ? { select, wanted: wanted.add('r.notice_no = ?', notice) } : null;
  },
  byWords(needles, scope) {
    const { from, wanted } = cutFrom(scope, { table: 'cases', subject: 'CASE' });
    addWords(wanted, `(r.title || ' ' || r.brief)`, needles);
    const text = part('r.brief', wanted.value(needles[0]));
    return { select: `select ${CASE}, ${text} as text from ${from}`, wanted };
  },
};

const official: PaperSource = {
  byNumber(text, { county }) {
    const no = paperNumberIn(text);
    if (!no) return null;
    const said = `(select string_agg(b ->> 'text', ' ') from jsonb_array_elements(r.blocks) b)`;
    const columns = `r.county_code, r.issued_at as at, r.id, r.no, r.title, ${NOTHING_OF_AN_ISSUE}, coalesce(left(${said}, 160), '') as text`;
    return {
      select: `select ${columns} from paper r`,
      wanted: new Conditions().add('r.county_code = ?', county).add('r.no = ?', no),
    };
  },
};

export const SOURCES: Record<PaperKind, PaperSource> = {
  DIGEST: digest,
  INSTRUCTION: instruction,
  CASE: matter,
  OFFICIAL: official,
};
