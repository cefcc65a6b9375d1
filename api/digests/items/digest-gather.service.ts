import { plainText, richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { printable } from '@lxq/schema/texts/printable.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { refused } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { newId } from '../../platform/tables/ids.ts';
import { numberOf } from '../../reports/lists/report.number.ts';
import type { Report } from '../../reports/report.entity.ts';
import { beginEdit, finishEdit, hold } from '../digest.deed.ts';
import type { Digest } from '../digest.entity.ts';
import { checkIds } from '../digest.input.ts';
import { DIGEST_WORDS } from '../digest.words.ts';
import { noteVersions } from '../issuing/digest-version.service.ts';
import { waiting } from './digest-candidate.read.ts';
import type { DigestItem } from './digest-item.entity.ts';
import { linkRow, room } from './digest-source.service.ts';

/** One item a report, its words taken over, under the portfolio of its topic. What stands in an issue already is left out. */
export async function gather(scope: Scope, digestId: string, ids: string[]): Promise<Digest> {
  const wanted = checkIds('reports', ids, LIMITS.bulk);
  const digest = await hold(scope, digestId);
  const reports = await waiting(scope, wanted);
  if (reports.length === 0) throw refused([unmet('gathered', ...DIGEST_WORDS.noneGathered)]);
  const first = await room(scope, digest, reports.length);
  const items = reports.map((report, i) => itemOf(digest, report, first + i));
  await beginEdit(scope, digest, `收入 ${reports.length} 条：${named(reports)}`);
  await scope.insertMany('digest_item', items);
  await scope.insertMany(
    'digest_item_report',
    items.map((item, i) => linkRow(item as DigestItem, (reports[i] as Report).id)),
  );
  await noteVersions(scope, digest, items as DigestItem[]);
  return finishEdit(scope, digest);
}

/** Their numbers, for the history; of many the first. */
function named(reports: readonly Report[]): string {
  return `${reports.slice(0, NAMED).map(numberOf).join('、')}${reports.length > NAMED ? '等' : ''}`;
}
const NAMED = 20;

function itemOf(digest: Digest, report: Report & { portfolioId: string | null }, position: number) {
  const body = richTextFromPlain(report.content);
  return {
    countyCode: digest.countyCode,
    id: newId(),
    digestId: digest.id,
    position,
    kind: 'NORMAL' as const,
    portfolioId: report.portfolioId,
    title: titleOf(report.content),
    body,
    text: plainText(body),
    correctsId: null,
    pictures: [],
    version: 1,
  };
}

const TITLE = 30;
/** A shorter clause says when (近期) rather than what. */
const TELLING = 6;
const LEAD_IN = /(?:反映|得知|获悉|听到|听说|看到|发现|了解到|提出|来电|来报|带话|介绍|说)$/;

/** The first clause of a text that says what the matter is, at most 30 characters. */
export function titleOf(content: string): string {
  const clauses = printable(content)
    .split(/[，。；：！？,;:!?]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= LIMITS.digest.item.title.min);
  const first =
    clauses.find((clause) => [...clause].length >= TELLING && !LEAD_IN.test(clause)) ?? clauses[0] ?? content;
  return [...first.trim()].slice(0, TITLE).join('');
}
