import { randomUUID } from 'node:crypto';
import { ANSWER, CENSURE, CLOSED, EXTENSION, GIVEN, ORDERS, REDIRECTED, REPORTED } from '@lxq/db/demo/first-day.ts';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { type Given, type Hand, handsOf, type Thing } from './demo-hands.ts';
import { field } from './demo-pictures.ts';

/*
 * A day at the demo county, done by its people once the server stands: a paper is issued by the deed that it is of, so what is filled into a database comes without any. Each
 * kind is there to be looked at, at the top of its list.
 */
const ACCOUNTS = [
  ...(['county.clerk', 'county.director', 'bureau.clerk', 'bureau.principal'] as const),
  ...(['township.clerk', 'township.principal', 'village.head', 'officer'] as const),
] as const;
type Hands = Record<(typeof ACCOUNTS)[number], Hand>;

export const demoDay = (address: string, password: string): Promise<void> =>
  handsOf(address, { accounts: ACCOUNTS, password }, async (hands) => {
    await closedCase(hands);
    await reportedCase(hands);
    await redirectedCase(hands);
    await orders(hands);
    await censure(hands);
    await presented(hands);
    await answered(hands);
    await pictured(hands);
  });

const today = () => dayOf(new Date());
const TOPIC = 'agri-water';
function opened(hands: Hands, told: object): Promise<Thing> {
  const place = hands['village.head'].unit;
  const proposed = { topic: TOPIC, channel: 'WALK_IN', purpose: 'APPEAL', isFirst: true, concerns: [] };
  const draft = { ...proposed, clientId: randomUUID(), place, receivedOn: today(), ...told };
  return hands['county.clerk'].make('openCase', { draft: ['CaseDraft!', draft] });
}

/** Accepted, filed, and given to the bureau, under a leader and a number of the committee's. */
async function givenToBureau(hands: Hands, it: Thing): Promise<void> {
  const { 'county.clerk': clerk, 'bureau.clerk': bureau, 'township.clerk': township } = hands;
  await clerk.deed('decideCase', it, { decision: ['CaseDecision!', GIVEN.decision] });
  await clerk.deed('fileCase', it, { grade: ['CaseGrade!', 'GENERAL'] });
  const SPONSORS =
    'query ($id: ID!, $topic: ID!, $unit: ID) { case(id: $id) { no } caseSponsors(topic: $topic, unit: $unit) { postId } }';
  const { caseSponsors, case: ofIt } = await clerk.ask<{ caseSponsors: { postId: string }[]; case: { no: string } }>(
    SPONSORS,
    { id: it.id, topic: TOPIC, unit: bureau.unit },
  );
  const assignment = {
    ...{ ...GIVEN.assignment, mainUnit: bureau.unit, coUnits: [township.unit], sponsor: caseSponsors[0]?.postId },
    ...{ resolveBy: addDays(today(), 6), noticeNo: noticeOf(ofIt.no) },
  };
  await clerk.deed('assignCase', it, { assignment: ['CaseAssignment!', assignment] });
  await bureau.deed('signForCase', it);
  await bureau.deed('planCase', it, { plan: ['CasePlan!', GIVEN.plan] });
}
/** Of the case 案2026-0129 清禾群交〔2026〕129号: those of earlier cases are lower. */
const noticeOf = (no: string) => no.replace(/^案(\d+)-0*(\d+)$/, '清禾群交〔$1〕$2号');
const reportOf = ({ result, written }: { result: object; written: object }): Given => ({
  ...{ result: ['ResultDraft!', result], written: ['WrittenOpinionDraft', written] },
});

/** The whole way: every kind of paper that a case has, and its folder. */
async function closedCase(hands: Hands): Promise<void> {
  const { 'county.clerk': clerk, 'bureau.clerk': bureau, 'bureau.principal': principal } = hands;
  const it = await opened(hands, CLOSED.told);
  await givenToBureau(hands, it);
  await revisited(clerk, it, 'FILING', CLOSED.filing);
  await bureau.deed('draftCaseResult', it, reportOf(CLOSED));
  await principal.deed('submitCaseResult', it);
  await revisited(clerk, it, 'PRE_CLOSE', CLOSED.heard);
  for (const hand of [bureau, principal]) await hand.deed('signCase', it);
  await clerk.deed('closeCase', it);
  await clerk.deed('answerCase', it, { answer: ['String!', CLOSED.answer] });
}

/** What the villager says may move the case. */
async function revisited(clerk: Hand, it: Thing, kind: string, outcome: object): Promise<void> {
  const LOOK = 'query ($id: ID!) { case(id: $id) { version revisits { id version kind } } }';
  const look = () => clerk.ask<{ case: { version: number; revisits: (Thing & { kind: string })[] } }>(LOOK, it);
  const revisit = (await look()).case.revisits.find((each) => each.kind === kind);
  if (!revisit) throw new Error(`The case has no revisit ${kind}`);
  await clerk.deed('completeRevisit', revisit, { outcome: ['RevisitOutcome!', outcome] });
  it.version = (await look()).case.version;
}

/** It waits for the signature of the bureau's principal, who looks at the drafts of both papers. */
async function reportedCase(hands: Hands): Promise<void> {
  const it = await opened(hands, REPORTED.told);
  await givenToBureau(hands, it);
  await hands['bureau.clerk'].deed('draftCaseResult', it, reportOf(REPORTED));
  await extensionAsked(hands['bureau.clerk'], it);
}

/** Its policy's clock may be too short: the bureau asks for longer, which waits for a signature. */
async function extensionAsked(bureau: Hand, it: Thing): Promise<void> {
  const LOOK =
    'query ($id: ID!) { case(id: $id) { deadlines { id version extensionMost viewerCanRequestExtension } } }';
  type Owed = Thing & { extensionMost: number | null; viewerCanRequestExtension: boolean };
  const { deadlines } = (await bureau.ask<{ case: { deadlines: Owed[] } }>(LOOK, { id: it.id })).case;
  const owed = deadlines.find(({ viewerCanRequestExtension }) => viewerCanRequestExtension);
  if (!owed) throw new Error('The case has no deadline that may be extended');
  const given: Given = { days: ['Int!', Math.min(owed.extensionMost ?? 1, 10)], reason: ['String!', EXTENSION] };
  await bureau.deed('requestExtension', owed, given);
}

/** What came by hotline or mailbox, or the newest that was judged, goes before the main leaders at once. */
async function presented(hands: Hands): Promise<void> {
  const { 'county.clerk': clerk } = hands;
  const LOOK = `{ presentableLeaders { id isFirst }
    reports(filter: { states: [TRIAGED] }, first: 40) { edges { node { id channel viewerCanPresent } } } }`;
  const { presentableLeaders, reports } = await clerk.ask<{
    presentableLeaders: { id: string; isFirst: boolean }[];
    reports: { edges: { node: { id: string; channel: string; viewerCanPresent: boolean } }[] };
  }>(LOOK);
  const may = reports.edges.map(({ node }) => node).filter(({ viewerCanPresent }) => viewerCanPresent);
  const report = may.find(({ channel }) => channel === 'HOTLINE' || channel === 'MAILBOX') ?? may[0];
  const leaders = presentableLeaders.filter(({ isFirst }) => isFirst).map(({ id }) => id);
  if (!report || !leaders.length) return;
  const PRESENT = 'mutation ($id: ID!, $leaders: [ID!]!) { presentReport(id: $id, leaders: $leaders) { id } }';
  await clerk.ask(PRESENT, { id: report.id, leaders });
}

/** The station answers the officer, who is asked whether the villager has been told. */
async function answered({ officer, 'township.clerk': station }: Hands): Promise<void> {
  const LOOK = `{ reports(filter: { mine: true, states: [TRIAGED, DIGESTED] }, first: 20) { edges { node { id } } } }`;
  const MAY = 'query ($id: ID!) { report(id: $id) { id version viewerCanReply } }';
  const { reports } = await officer.ask<{ reports: { edges: { node: { id: string } }[] } }>(LOOK);
  for (const { node } of reports.edges) {
    const { report } = await station.ask<{ report: Thing & { viewerCanReply: boolean } }>(MAY, node);
    if (report.viewerCanReply) return station.deed('replyReport', report, { answer: ['String!', ANSWER] });
  }
}

/** What the officer has just reported, with what it looks like there; nobody is in the pictures. */
async function pictured({ officer }: Hands): Promise<void> {
  const LOOK = `{ reports(filter: { mine: true, states: [SUBMITTED, URGENT] }, first: 5) {
    edges { node { id attachmentsPromised viewerCanAttach } } } }`;
  type Told = { id: string; attachmentsPromised: number; viewerCanAttach: boolean };
  const { reports } = await officer.ask<{ reports: { edges: { node: Told }[] } }>(LOOK);
  const bare = reports.edges.filter(({ node }) => node.viewerCanAttach && node.attachmentsPromised === 0).slice(0, 2);
  for (const [i, { node }] of bare.entries())
    await officer.attach('REPORT', node.id, i === 0 ? [field(1), field(2), field(3)] : [field(4), field(5)]);
}

async function redirectedCase(hands: Hands): Promise<void> {
  const it = await opened(hands, REDIRECTED.told);
  await hands['county.clerk'].deed('decideCase', it, { decision: ['CaseDecision!', REDIRECTED.decision] });
}

/** 下单子 and 督办单 of the county, and 下单子 of a station to its village. */
async function orders(hands: Hands): Promise<void> {
  const { 'county.clerk': clerk, 'county.director': director, 'township.clerk': station } = hands;
  const give = async (drafter: Hand, issuer: Hand, told: object) => {
    const order = { dueOn: addDays(today(), 20), ...told };
    const drafted = await drafter.make('draftOrder', {
      ...{ clientId: ['ID!', randomUUID()], order: ['OrderText!', order] },
    });
    await issuer.deed('issueOrder', drafted);
  };
  await give(clerk, director, { ...ORDERS.bureau, unit: hands['bureau.clerk'].unit });
  await give(clerk, director, { ...ORDERS.township, unit: station.unit });
  await give(station, hands['township.principal'], { ...ORDERS.village, unit: hands['village.head'].unit });
}

/** Of a township that was not censured yet. */
async function censure(hands: Hands): Promise<void> {
  const { 'county.clerk': clerk, 'county.director': director } = hands;
  const unit = await uncensured(clerk);
  if (!unit) return;
  const made = await clerk.make('draftCensure', {
    ...{ clientId: ['ID!', randomUUID()], censure: ['CensureText!', { ...CENSURE, unit }] },
  });
  await director.deed('approveCensure', made);
  await clerk.deed('issueCensure', made);
}
async function uncensured(clerk: Hand): Promise<string | undefined> {
  const ALL = `{ censures(first: 50) { edges { node { unit { code } } } }
    units(filter: { kind: TOWNSHIP_STATION }, first: 50) { edges { node { code } } } }`;
  type Edges<Node> = { edges: { node: Node }[] };
  const { censures, units } = await clerk.ask<{
    censures: Edges<{ unit: { code: string } }>;
    units: Edges<{ code: string }>;
  }>(ALL);
  const named = new Set(censures.edges.map(({ node }) => node.unit.code));
  return units.edges.find(({ node }) => !named.has(node.code))?.node.code;
}
