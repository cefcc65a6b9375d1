import { createHash } from 'node:crypto';
import { copiesHandedOut, type DigestDocument } from '@lxq/schema/digests/digest-document.ts';
import { canonicalJson } from '@lxq/schema/texts/canonical-json.ts';
import type { CountyPlan } from './counties.ts';
import type { Desk } from './desk.ts';
import type { Dossier } from './dossier.ts';
import type { Item } from './issue-items.ts';
import type { Issue } from './issues.ts';
import { PORTFOLIOS } from './portfolios.ts';
import { between, chance, type Random, uuidAt } from './random.ts';
import type { Row } from './rows.ts';
import { HOUR, MINUTE, shanghaiDay } from './working-hours.ts';

const BANNER = '十日信息摘报';
const MARK = '内部资料 注意保存';

export const officeName = (plan: CountyPlan): string => `中共${plan.name}委群众工作办公室`;

const recipientsOf = ({ city }: CountyPlan): DigestDocument['distribution'] => ({
  report: ['市委办公室', `${city}群众工作办公室`, '县委书记', '县长'],
  send: ['县委副书记', '县委常委（8份）', '县人大常委会主任', '县政协主席', '副县长（6份）'],
  issue: ['各乡镇党委（12份）', '各街道党工委（4份）', '县直各部门（25份）', '各重点企业（6份）'],
});

interface Context {
  /** Issues that a leader has given an instruction on. */
  followed: ReadonlySet<Issue>;
  /** Reports merged into another. */
  members: ReadonlyMap<Dossier, readonly Dossier[]>;
  desk: Desk;
}

export function digestRows(plan: CountyPlan, issues: readonly Issue[], context: Context): Row[] {
  return issues.map((issue) => {
    const isIssued = issue.issuedAt !== null;
    const signedOn = isIssued ? shanghaiDay(issue.signedAt) : null;
    const frozen = isIssued ? documentOf(plan, issue, context) : null;
    return {
      county_code: plan.countyCode,
      id: issue.id,
      state: isIssued ? (context.followed.has(issue) ? 'FOLLOWED' : 'ISSUED') : 'EDITING',
      period_from: issue.period.from,
      period_to: issue.period.to,
      year: signedOn && Number(signedOn.slice(0, 4)),
      no: issue.no,
      cum_no: issue.cumNo,
      title: BANNER,
      mark: MARK,
      issuer: officeName(plan),
      copies: copiesHandedOut(recipientsOf(plan)),
      recipients: recipientsOf(plan),
      editor_id: issue.editor.person.id,
      signer_id: issue.signer?.person.id,
      signer_name: issue.signer?.person.name,
      signed_on: signedOn,
      issued_at: issue.issuedAt && new Date(issue.issuedAt),
      frozen,
      content_hash: frozen && createHash('sha256').update(canonicalJson(frozen)).digest('hex'),
      version: isIssued ? 5 : 2 + issue.items.length,
    };
  });
}

function documentOf(plan: CountyPlan, issue: Issue, { desk, members }: Context): DigestDocument {
  const numbered = issue.items.map((item, i) => ({ item, number: i + 1 }));
  const sections = [...Map.groupBy(numbered, ({ item }) => item.portfolio)].map(
    ([portfolio, listed]): DigestDocument['sections'][number] => {
      const { name, leader } = PORTFOLIOS[portfolio] ?? { name: '', leader: 0 };
      const leaderName = desk.network.office.leaders[leader]?.name;
      const items = listed.map(({ item, number }) => ({
        number,
        title: item.title,
        kind: 'NORMAL' as const,
        body: item.body,
        sources: sourcesOf(item, members),
      }));
      return { heading: `分管${name}（${leaderName}）`, items };
    },
  );
  const signedOn = shanghaiDay(issue.signedAt);
  return {
    banner: BANNER,
    mark: MARK,
    issuer: officeName(plan),
    periodFrom: issue.period.from,
    periodTo: issue.period.to,
    no: issue.no,
    cumNo: issue.cumNo,
    year: Number(signedOn.slice(0, 4)),
    signedOn,
    signer: issue.signer?.person.name ?? null,
    sections,
    distribution: recipientsOf(plan),
    copies: copiesHandedOut(recipientsOf(plan)),
  };
}

/** （青石渡镇 3 条）: what was merged counts with its master. */
function sourcesOf({ dossiers, where }: Item, members: ReadonlyMap<Dossier, readonly Dossier[]>): string {
  const count = dossiers.reduce((total, dossier) => total + 1 + (members.get(dossier)?.length ?? 0), 0);
  return `（${where} ${count} 条）`;
}

export function itemRows(plan: CountyPlan, issues: readonly Issue[], portfolioIds: readonly string[]): Row[] {
  return issues.flatMap((issue) =>
    issue.items.map((item, position) => ({
      county_code: plan.countyCode,
      id: item.id,
      digest_id: issue.id,
      position: position + 1,
      kind: 'NORMAL',
      portfolio_id: portfolioIds[item.portfolio],
      title: item.title,
      body: item.body,
      text: item.text,
      version: 2,
    })),
  );
}

export function itemReportRows(plan: CountyPlan, issues: readonly Issue[]): Row[] {
  return issues.flatMap((issue) =>
    issue.items.flatMap((item) =>
      item.dossiers.map((dossier) => ({
        county_code: plan.countyCode,
        item_id: item.id,
        report_id: dossier.id,
        digest_id: issue.id,
      })),
    ),
  );
}

/** What an item said when it was gathered, and what the editor made of it: the ground for the diff. */
export function versionRows(plan: CountyPlan, issues: readonly Issue[], now: number, random: Random): Row[] {
  return issues.slice(-3).flatMap((issue) =>
    issue.items.flatMap((item) => {
      const row = (at: number, text: string) => ({
        county_code: plan.countyCode,
        id: uuidAt(random, at),
        digest_id: issue.id,
        item_id: item.id,
        at: new Date(at),
        by_id: issue.editor.person.id,
        title: item.title,
        text,
      });
      const until = Math.min(now, issue.issuedAt === null ? now : issue.reviewedAt);
      const gathered = issue.openedAt + (until - issue.openedAt) * (0.2 + random.next() * 0.5);
      const edited = gathered + (until - gathered) * (0.3 + random.next() * 0.6);
      return [row(gathered, item.dossiers[0]?.draft.telling.content ?? ''), row(edited, item.text)];
    }),
  );
}

/** Leaders read within two days, mostly; of the newest issue some have still to. */
export function receiptRows(plan: CountyPlan, issues: readonly Issue[], { network, now, random }: Desk): Row[] {
  const issued = issues.filter(({ issuedAt }) => issuedAt !== null);
  const readers = [...network.office.leaders, { post: network.office.director, title: '县群工办主任' }];
  return issued.flatMap((issue) =>
    readers.map(({ post, title }, i) => {
      const at =
        (issue.issuedAt as number) +
        (chance(random, 0.7) ? between(random, 6, 300) * MINUTE : between(random, 8, 46) * HOUR);
      const isUnread = at > now || (issue === issued.at(-1) && i % 3 === 0);
      return {
        county_code: plan.countyCode,
        digest_id: issue.id,
        person_id: post.person.id,
        person_name: post.person.name,
        role_name: title,
        read_at: isUnread ? null : new Date(at),
      };
    }),
  );
}
