import { addDays, dayOf, tenDays } from '@lxq/schema/calendar.ts';
import type { DigestHead } from '@lxq/schema/digests/digest-draft.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import type { County } from '../network/units/county.entity.ts';
import { refused } from '../platform/contract/errors.ts';
import type { Given } from '../platform/deeds/derive.ts';
import { begin, find, move } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import { beginEdit, digestNoun, finishEdit, hold } from './digest.deed.ts';
import type { Digest } from './digest.entity.ts';
import { checkHead } from './digest.input.ts';
import { COLUMNS } from './digest.loaders.ts';
import { DIGEST_WORDS } from './digest.words.ts';
import { blocking, check } from './issuing/digest-check.service.ts';
import { noteVersion } from './issuing/digest-version.service.ts';

interface Period {
  from: string;
  to: string;
}

/** The county's row, held until the transaction ends: periods and numbers are taken one after the other. */
export async function holdCounty(scope: Scope): Promise<County> {
  const text = 'select * from county where county_code = $1 for no key update';
  return (await scope.row<County>(text, [scope.county])) as County;
}

/** Opens the next period, contiguous with the last one; its head is taken over from there. */
export async function open(scope: Scope): Promise<Digest> {
  const county = await holdCounty(scope);
  const last = await scope.row<Digest>(
    `select ${COLUMNS} from digest d where d.county_code = $1 and d.state <> 'VOIDED' order by d.period_from desc, d.id desc limit 1`,
    [scope.county],
  );
  const period = (await voided(scope)) ?? nextPeriod(county, last, dayOf(scope.now));
  if (period.from > dayOf(scope.now)) throw refused([unmet('periodNotBegun', ...DIGEST_WORDS.periodNotBegun)]);
  const digest: Partial<Digest> = {
    countyCode: scope.county,
    id: newId(),
    state: 'COLLECTING',
    periodFrom: period.from,
    periodTo: period.to,
    title: last?.title ?? (county.digestCycle === 'WEEK' ? '每周信息摘报' : '十日信息摘报'),
    mark: last?.mark ?? '内部资料 注意保存',
    issuer: last?.issuer ?? county.officeName,
    copies: last?.copies ?? null,
    recipients: last?.recipients ?? { report: [], send: [], issue: [] },
    editorId: scope.rights.personId,
  };
  return begin(scope, digestNoun, digest, { deed: 'open', tells: 'DIGEST_OPENED' });
}

/** A period whose issue was voided and that no other issue covers: it comes before anything new. */
async function voided(scope: Scope): Promise<Period | undefined> {
  return scope.row<Period>(
    `select v.period_from as "from", v.period_to as "to" from digest v where v.county_code = $1 and v.state = 'VOIDED'
       and not exists (select from digest d where d.county_code = v.county_code and d.state <> 'VOIDED' and d.period_to >= v.period_from and d.period_from <= v.period_to)
     order by v.period_from limit 1`,
    [scope.county],
  );
}

/** Ten days of the month or a week, as the county has it; the first issue covers the present. */
function nextPeriod(county: County, last: Digest | undefined, today: string): Period {
  const from = last ? addDays(last.periodTo, 1) : null;
  if (county.digestCycle === 'TEN_DAYS') {
    const present = tenDays(from ?? today);
    return { from: from ?? present.from, to: present.to };
  }
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = from ?? addDays(today, -weekday);
  return { from: monday, to: addDays(monday, 6) };
}

/** The head of the issue: banner, mark, copies, 报 / 送 / 发. */
export async function save(scope: Scope, id: string, version: number, given: DigestHead): Promise<Digest> {
  const head = checkHead(given);
  const digest = await hold(scope, id, version);
  await beginEdit(scope, digest);
  const before = headText(digest);
  Object.assign(digest, head);
  if (headText(digest) !== before)
    await noteVersion(scope, digest, { itemId: null, title: digest.title, text: headText(digest) });
  return finishEdit(scope, digest, { isOther: false });
}

function headText({ title, mark, copies, recipients: { report, send, issue } }: DigestHead | Digest): string {
  const lists = [`报：${report.join('、')}`, `送：${send.join('、')}`, `发：${issue.join('、')}`];
  return [title, mark, ...lists, `共印${copies ?? '　'}份`].join('\n');
}

export async function submitForReview(scope: Scope, { id, version }: Given): Promise<Digest> {
  const digest = await find(scope, digestNoun, id, version);
  const unmet = await contentUnmet(scope, digest);
  return move(scope, digestNoun, 'submitForReview', digest, { unmet, change: { editorId: scope.rights.personId } });
}

/** Signing: by a director who had no hand in the text. The date of the issue is the date of signing (rules 3.3). */
export async function approve(scope: Scope, { id, version }: Given): Promise<Digest> {
  const digest = await find(scope, digestNoun, id, version);
  const { personId, personName } = scope.rights;
  const change = { signerId: personId, signerName: personName, signedOn: dayOf(scope.now) };
  return move(scope, digestNoun, 'approve', digest, { unmet: await contentUnmet(scope, digest), change });
}

/** What deeds set that have nothing more to do; a voided issue takes no number: the next bears it. */
export const digestChanges = { sendBack: () => ({ signerId: null, signerName: null, signedOn: null }) };

export const contentUnmet = async (scope: Scope, digest: Digest) => blocking(await check(scope, digest));
