import { ISSUED_STATES } from '@lxq/schema/digests/digest-states.ts';
import { instructionNumberIn, issueNumberIn } from '@lxq/schema/searches/paper-number.ts';
import type { PaperKind } from '@lxq/schema/searches/papers.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { oneOf } from '../platform/tables/words.ts';

/** What is asked of a kind of paper: rows of PaperHit but for `kind`, from a table called `r` with `at` and `id`. */
export interface Asked {
  select: string;
  wanted: Conditions;
}
/** How a kind of paper is found: by a number that people call it by, else by words. A noun with papers has its line at the end of this file. */
export interface PaperSource {
  byNumber(text: string, county: number): Asked | null;
  byWords(needles: readonly string[], county: number): Asked;
}

/**
 * Papers are few, hundreds of issues with thousands of pieces, so their texts are looked through as they stand: no index, no hole in row security.
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
  byNumber(text, county) {
    const number = issueNumberIn(text);
    if (!number) return null;
    const titles = `(select string_agg(i.title, '；' order by i.position) from digest_item i where i.county_code = d.county_code and i.digest_id = d.id)`;
    const wanted = new Conditions().add(`d.county_code = ? and ${IS_ISSUED}`, county);
    if (number.isCumulative) wanted.add('d.cum_no = ?', number.no);
    else wanted.add('? in (d.no, d.cum_no)', number.no).given('d.year = ?', number.year);
    const columns = `${ISSUE}, d.id, d.title, coalesce(left(${titles}, 160), '') as text, null::uuid as item_id, null::int as item_number`;
    return { select: `select ${columns} from digest d`, wanted };
  },
  byWords(needles, county) {
    const wanted = new Conditions().add(`i.county_code = ? and ${IS_ISSUED}`, county);
    addWords(wanted, `(i.title || ' ' || i.text)`, needles);
    const text = part('i.text', wanted.value(needles[0]));
    const columns = `${ISSUE}, i.id, i.title, ${text} as text, i.id as item_id, i.position as item_number`;
    const from = 'digest_item i join digest d on d.county_code = i.county_code and d.id = i.digest_id';
    return { select: `select ${columns} from ${from}`, wanted };
  },
};

const INSTRUCTION = `i.county_code, i.instructed_at as at, i.id, to_char(i.instructed_at at time zone 'Asia/Shanghai', 'YYYY') || '-' || lpad(i.serial::text, greatest(4, length(i.serial::text)), '0') as no,
  i.leader_name as title, i.digest_id, i.item_id, null::int as item_number, i.report_id`;
/** What a leader took back is no instruction any more. */
const STANDS = `i.county_code = ? and i.state <> 'WITHDRAWN'`;

const instruction: PaperSource = {
  byNumber(text, county) {
    const number = instructionNumberIn(text);
    if (!number) return null;
    const wanted = new Conditions().add(`${STANDS} and i.serial = ?`, county, number.serial);
    wanted.add(`extract(year from i.instructed_at at time zone 'Asia/Shanghai') = ?::int`, number.year);
    return { select: `select ${INSTRUCTION}, left(i.text, 160) as text from instruction i`, wanted };
  },
  byWords(needles, county) {
    const wanted = new Conditions().add(STANDS, county);
    addWords(wanted, `(i.leader_name || ' ' || i.text)`, needles);
    const text = part('i.text', wanted.value(needles[0]));
    return { select: `select ${INSTRUCTION}, ${text} as text from instruction i`, wanted };
  },
};

export const SOURCES: Record<PaperKind, PaperSource> = { DIGEST: digest, INSTRUCTION: instruction };
