import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { PlaceLevel } from '../../contract.generated.ts';
import { client } from '../../live/apollo.ts';
import type { PlaceLineFragment } from '../../nouns/network/network.generated.ts';
import { useViewer } from '../../session/session.ts';
import { NearbyPlacesDocument, type NearbyPlacesQuery, TopicsDocument, type TopicsQuery } from './lists.generated.ts';

export type Term = TopicsQuery['topics'][number];

const FRESH_MS = 5 * 60_000;
let termsAskedAt = Number.NEGATIVE_INFINITY;

/** Asked for before the form is drawn, and by none of its steps again for a while: it is the form's largest answer. */
export function fetchTerms() {
  termsAskedAt = Date.now();
  client.query({ query: TopicsDocument, fetchPolicy: 'network-only' }).catch(() => {
    termsAskedAt = Number.NEGATIVE_INFINITY;
  });
}

/** Topics under their headings, the few most wanted ones, and sources; active ones only, in the dictionary's order. */
export function useTerms() {
  const [policy] = useState<'cache-first' | 'cache-and-network'>(() =>
    Date.now() - termsAskedAt < FRESH_MS ? 'cache-first' : 'cache-and-network',
  );
  useEffect(() => {
    if (policy === 'cache-and-network') termsAskedAt = Date.now();
  }, [policy]);
  const { data: lists } = useQuery(TopicsDocument, { fetchPolicy: policy });
  if (!lists) return undefined;
  const groups = grouped(lists.topics.filter(active));
  const used = lists.latest.edges.map(({ node }) => node.topic.code);
  return { groups, common: commonTopics(groups, used), sources: lists.sources.filter(active) };
}

const active = ({ isActive }: Pick<Term, 'isActive'>) => isActive;

export interface TermGroup {
  heading: Term | null;
  terms: Term[];
}

/** Terms that have children are headings; those without either stand in a group without one. */
export function grouped(terms: readonly Term[]): TermGroup[] {
  const sorted = [...terms].sort((a, b) => a.position - b.position);
  const codes = new Set(sorted.map(({ code }) => code));
  const childrenOf = (code: string) => sorted.filter(({ parentCode }) => parentCode === code);
  const roots = sorted.filter(({ parentCode }) => parentCode === null || !codes.has(parentCode));
  const headings = roots
    .map((heading) => ({ heading, terms: childrenOf(heading.code) }))
    .filter(({ terms: below }) => below.length > 0);
  const alone = roots.filter(({ code }) => childrenOf(code).length === 0);
  return alone.length > 0 ? [...headings, { heading: null, terms: alone }] : headings;
}

const COMMON = 9;

/** What this officer reports most often, then the first of each heading: as many as fit one screen. */
export function commonTopics(groups: readonly TermGroup[], used: readonly string[]): Term[] {
  const all = groups.flatMap(({ terms }) => terms);
  const times = (code: string) => used.filter((one) => one === code).length;
  const mine = all.filter(({ code }) => times(code) > 0).sort((a, b) => times(b.code) - times(a.code));
  const firsts = groups.flatMap(({ terms }) => terms.slice(0, 1));
  return [...new Set([...mine, ...firsts, ...all])].slice(0, COMMON);
}

export type PlaceLine = PlaceLineFragment;

/** Places within the officer's area, the area itself first, and those around it. */
export function useNearby(): { own: PlaceLine[]; around: PlaceLine[] } {
  const { area } = useViewer().post;
  const { data: lists } = useQuery(NearbyPlacesDocument, { variables: nearby(area) });
  const inside = nodes(lists?.own);
  const known = new Set([area.code, ...inside.map(({ code }) => code)]);
  return {
    own: [area, ...inside.filter(({ code }) => code !== area.code)],
    around: nodes(lists?.around).filter(({ code }) => !known.has(code)),
  };
}

const nodes = (connection: NearbyPlacesQuery['own'] | undefined): PlaceLine[] =>
  connection?.edges.map(({ node }) => node) ?? [];

export const nearby = ({ code, level }: { code: string; level: PlaceLevel }) => ({
  own: code,
  around: parentOf(code, level),
});

/** For a group its township, so that the villages around appear; otherwise one level up. */
function parentOf(code: string, level: PlaceLevel): string {
  const digits = level === 'VILLAGE' || level === 'GROUP' ? 9 : 6;
  return code.slice(0, digits).padEnd(15, '0');
}
