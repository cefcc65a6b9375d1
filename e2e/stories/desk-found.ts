import { ask, signIn } from '../platform.ts';

export interface Found {
  waiting: string;
  urgent: string;
  accepted: string;
  alike: string;
  sealed: string;
  draft: string;
  issued: string;
}

interface Likely {
  samePlace: boolean;
  sameTopic: boolean;
  report: { state: string };
}
interface Resembling {
  reports: { edges: { node: { id: string; viewerCanMerge: boolean; likelyDuplicates: Likely[] } }[] };
}
const RESEMBLING =
  '{ reports(filter: {tray: TODO}, first: 60) { edges { node { id viewerCanMerge likelyDuplicates { samePlace sameTopic report { state } } } } } }';
const isMergeable = ({ samePlace, sameTopic, report }: Likely) =>
  samePlace && sameTopic && ['SUBMITTED', 'TRIAGED'].includes(report.state);

async function answerTo<Data>(url: string, token: string, query: string): Promise<Data> {
  const { data, errors } = await ask<Data>(url, token, query);
  if (!data) throw new Error(errors?.[0]?.message);
  return data;
}
type Edges = { edges: { node: { id: string } }[] };
async function sealedReport(url: string): Promise<string> {
  const token = await signIn(url, 'county.discipline');
  const { reports } = await answerTo<{ reports: Edges }>(url, token, '{ reports(first: 1) { edges { node { id } } } }');
  return reports.edges[0]?.node.id ?? '';
}

/** What the desks have before them. */
export async function lookFor(url: string): Promise<Found> {
  const token = await signIn(url, 'county.clerk');
  const about = <Data>(query: string) => answerTo<Data>(url, token, query);
  type Ids = Record<'waiting' | 'urgent' | 'accepted' | 'draft' | 'issued', Edges>;
  const ids = await about<Ids>(`{
    waiting: reports(filter: {tray: TODO, states: [SUBMITTED]}, first: 20) { edges { node { id } } }
    urgent: reports(filter: {tray: TODO, states: [URGENT]}, first: 1) { edges { node { id } } }
    accepted: reports(filter: {states: [TRIAGED]}, first: 1) { edges { node { id } } }
    draft: digests(states: [COLLECTING, EDITING], first: 1) { edges { node { id } } }
    issued: digests(states: [ISSUED, FOLLOWED], first: 1) { edges { node { id } } }
  }`);
  const { reports } = await about<Resembling>(RESEMBLING);
  const alike = reports.edges.find(({ node }) => node.viewerCanMerge && node.likelyDuplicates.some(isMergeable))?.node
    .id;
  if (!alike) throw new Error('no report of the tray may be merged');
  await nameSecretary(url, token);
  const idOf = (name: keyof Ids) => ids[name].edges[0]?.node.id ?? '';
  return {
    waiting: idOf('waiting'),
    urgent: idOf('urgent'),
    accepted: idOf('accepted'),
    draft: idOf('draft'),
    issued: idOf('issued'),
    alike,
    sealed: await sealedReport(url),
  };
}

/** A leader has named the clerk, so that their home shows what waits for the leader. */
async function nameSecretary(url: string, clerk: string): Promise<void> {
  const { viewer } = await answerTo<{ viewer: { post: { id: string } } }>(url, clerk, '{ viewer { post { id } } }');
  const leader = await signIn(url, 'county.leader');
  await answerTo(url, leader, `mutation { nameSecretary(post: "${viewer.post.id}") { id } }`);
}
