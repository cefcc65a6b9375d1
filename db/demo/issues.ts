import { addDays, workDay } from '@lxq/schema/calendar.ts';
import type { CountyPlan } from './counties.ts';
import type { Desk } from './desk.ts';
import type { Dossier } from './dossier.ts';
import { done } from './dossier.ts';
import { composeItems, type Item } from './issue-items.ts';
import type { Post } from './people.ts';
import type { Places } from './places.ts';
import { between, chance, uuidAt } from './random.ts';
import type { Period, Span } from './span.ts';
import { HOUR, MINUTE, shanghaiDay, timeOn } from './working-hours.ts';

/** An issue of the digest with its items; `issuedAt` is null while it is being edited. */
export interface Issue {
  id: string;
  period: Period;
  items: Item[];
  editor: Post;
  signer: Post | null;
  no: number | null;
  cumNo: number | null;
  openedAt: number;
  reviewedAt: number;
  sentBackAt: number | null;
  signedAt: number;
  issuedAt: number | null;
}

/** Issues of all periods, the last one still open; the reports that issued items rest on become DIGESTED. */
export function makeIssues(
  plan: CountyPlan,
  places: Places,
  span: Span,
  dossiers: readonly Dossier[],
  desk: Desk,
): Issue[] {
  const numbers = new Map<string, number>();
  const issues = span.periods.map((period, i): Issue => {
    const isOpen = i === span.periods.length - 1;
    const times = timesOf(period, span.periods[i - 1], desk);
    const waiting = dossiers.filter((dossier) =>
      isWaiting(dossier, period, isOpen, isOpen ? desk.now : times.reviewedAt),
    );
    const items = composeItems(plan, places, waiting, { isOpen, random: desk.random, at: times.openedAt });
    const issue: Issue = {
      id: uuidAt(desk.random, times.openedAt),
      period,
      items,
      editor: editorOf(i, isOpen, desk),
      signer: isOpen ? null : desk.network.office.director,
      no: null,
      cumNo: null,
      ...times,
      issuedAt: isOpen ? null : times.issuedAt,
    };
    if (!isOpen) issueNow(issue, i + 1, numbers, desk);
    return issue;
  });
  return issues;
}

/** The clerk of the demo account has most issues, and the open one. */
function editorOf(i: number, isOpen: boolean, { network }: Desk): Post {
  const { clerks } = network.office;
  return clerks[!isOpen && i % 3 === 2 ? 1 : 0] as Post;
}

/** On the next working day; on the period's last evening when that day has not come yet. */
function timesOf(period: Period, before: Period | undefined, { calendar, now, random }: Desk) {
  const next = workDay(period.to, 1, calendar);
  const issuing = timeOn(next, 16, between(random, 5, 50));
  const isDue = issuing <= now;
  const reviewedAt = isDue ? timeOn(next, 9, between(random, 10, 55)) : timeOn(period.to, 17, between(random, 30, 50));
  const signedAt = isDue ? timeOn(next, 14, between(random, 40, 58)) : timeOn(period.to, 18, between(random, 30, 50));
  const issuedAt = isDue ? issuing : timeOn(period.to, 19, between(random, 20, 40));
  const opened = before
    ? timeOn(workDay(addDays(period.from, -1), 1, calendar), 8, between(random, 35, 55))
    : timeOn(period.from, 9, 5);
  const openedAt = Math.min(opened, reviewedAt - 6 * HOUR, now - between(random, 2, 5) * MINUTE);
  const sentBackAt = chance(random, 0.15) && isDue ? reviewedAt + 70 * MINUTE : null; // an evening is too short for it
  return { openedAt, reviewedAt, sentBackAt, signedAt, issuedAt };
}

/** Into an issue goes what its period brought; into the open one whatever lies ready and stands in no other. */
function isWaiting(dossier: Dossier, { from, to }: Period, isOpen: boolean, before: number): boolean {
  if (dossier.state !== 'TRIAGED' || dossier.draft.line === 'SEALED' || (dossier.handledAt as number) >= before)
    return false;
  const day = shanghaiDay(dossier.submittedAt);
  return day >= (isOpen ? addDays(from, -4) : from) && day <= to;
}

function issueNow(issue: Issue, cumNo: number, numbers: Map<string, number>, desk: Desk): void {
  const year = shanghaiDay(issue.signedAt).slice(0, 4);
  issue.no = (numbers.get(year) ?? 0) + 1;
  issue.cumNo = cumNo;
  numbers.set(year, issue.no);
  const note = `《十日信息摘报》${year}年第${issue.no}期`;
  for (const item of issue.items)
    for (const dossier of item.dossiers) {
      dossier.digestedAt = issue.issuedAt;
      done(dossier, issue.issuedAt as number, 'digest', desk.network.office.director, note);
    }
}
