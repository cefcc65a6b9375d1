import { CASE_MACHINE, type CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import type { CaseFacts } from '@lxq/schema/cases/case-states.ts';
import { REVISITS_THAT_COUNT, type RevisitDeed, type RevisitKind } from '@lxq/schema/revisits/revisit-states.ts';
import { actorOf, visitorOf } from './case-cast.ts';
import { clock } from './case-clocks.ts';
import type { CaseDesk, CaseFile, Opened, Visit } from './case-file.ts';
import { dueBy, leftBy, sentBack } from './case-leaves.ts';
import type { CaseStep } from './case-stories.ts';
import { isBadVisit, visitDeed } from './case-visits.ts';
import type { Post } from './people.ts';
import { go, type Line } from './way.ts';
import { hashOf } from './written.ts';

/** A case goes the way of its story, each deed asked of its machine and each revisit of its own. */
export function wayOfCase(opened: Opened, desk: CaseDesk): CaseFile {
  const { openedAt, openedBy, purpose, concerns } = opened;
  const line: Line = { at: openedAt, deed: 'openCase', from: null, to: 'REGISTERED', actor: openedBy };
  const file: CaseFile = {
    ...{ ...opened, state: 'REGISTERED', stateSince: openedAt, lines: [line], changes: 0 },
    left: {
      ...{ purpose, concernsUnitCodes: concerns, coUnitCodes: [], transfers: 0, isDesignated: false },
      ...{ round: 1, reworks: 0, reopenings: 0 },
    },
    ...{ results: [], visits: [], hands: [], debts: [], coSigned: null },
  };
  const { code: office } = desk.network.office;
  clock(file, 'open', { at: openedAt, actor: openedBy, office });
  file.left.dueOn = firstDay(file, desk);
  for (const { step, at } of opened.steps) take(file, step, at, desk);
  return file;
}

const firstDay = (file: CaseFile, desk: CaseDesk) =>
  dueBy('CASE_DECIDE', Date.parse(`${file.receivedOn}T00:00:00+08:00`), desk);

function take(file: CaseFile, step: CaseStep, at: number, desk: CaseDesk): void {
  const [kind, deed] = step.split('.') as [RevisitKind, string | undefined];
  if (!deed) {
    own(file, step as CaseDeed, { at, desk });
    return;
  }
  const name = deed.replace('!', '') as RevisitDeed;
  const visit = file.visits.findLast((each) => each.kind === kind) as Visit;
  const actor = visitorOf(visit, name, desk.network);
  const heard = visitDeed(
    file,
    { kind, deed: name },
    { at, actor, isBad: deed.endsWith('!'), to: askedOf(file, visit, desk) },
  );
  if (heard) follow(file, heard, { at, actor, desk });
}

/** What a villager said moves the case. */
function follow(file: CaseFile, visit: Visit, { at, actor, desk }: { at: number; actor: Post; desk: CaseDesk }): void {
  const isBad = isBadVisit(visit);
  const note = visit.reason || visit.opinion || null;
  const { kind } = visit;
  if (kind === 'PRE_CLOSE') own(file, isBad ? 'visitedInVain' : 'visit', { at, desk, actor, note });
  if (kind === 'POST_CLOSE' && isBad) own(file, 'relapse', { at, desk, actor, note });
}

/** A unit that neither acts on the case nor is what it is about. */
function askedOf({ story }: CaseFile, { barredUnitCodes }: Visit, { network }: CaseDesk): number {
  const { home, stations } = network;
  const wanted = story.asks === 'VILLAGE' ? home.village.code : home.other.township.code;
  return [wanted, ...stations.keys()].find((code) => !barredUnitCodes.includes(code)) as number;
}

interface Doing {
  at: number;
  desk: CaseDesk;
  actor?: Post;
  note?: string | null;
}

function own(
  file: CaseFile,
  deed: CaseDeed,
  { at, desk, actor = actorOf(file, deed, desk.network), note }: Doing,
): void {
  const facts = factsOf(file, deed, at);
  const left = ['visitedInVain', 'relapse', 'rework', 'reopen'].includes(deed)
    ? sentBack(file, deed, at, desk)
    : leftBy(file, deed, { at, actor, desk });
  const { note: words, ...set } = left;
  const line = go(file, CASE_MACHINE, deed, { facts, actor, moment: at, set });
  line.note = note ?? words;
  Object.assign(file.left, set);
  clock(file, deed, { at, actor, office: desk.network.office.code });
}

function factsOf({ state, left, results, visits, hands, id }: CaseFile, deed: CaseDeed, at: number): CaseFacts {
  const { round } = left;
  const result = results.find((each) => each.round === round);
  const isHeard = (kind: RevisitKind) =>
    visits.some(
      (each) => each.kind === kind && each.round === round && [...REVISITS_THAT_COUNT, 'CLOSED'].includes(each.state),
    );
  const hash = result && hashOf(id, result);
  return {
    ...left,
    ...{ state, now: new Date(at) },
    ...(deed === 'coSign' && { hasCoSigned: false }),
    result: result ? { isSigned: result.signed !== null, hasOpinion: result.opinion !== '' } : null,
    ...{ isRevisited: isHeard('PRE_CLOSE'), isRevisitedAfter: isHeard('POST_CLOSE') },
    signatures: hands
      .filter((each) => each.round === round && each.hash === hash)
      .map(({ signsAs, by }) => ({ signsAs, signerId: by.person.id })),
  };
}
