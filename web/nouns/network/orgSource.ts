import { useApolloClient } from '@apollo/client/react';
import { officeOf } from '@lxq/schema/places.ts';
import { useEffect, useMemo, useState } from 'react';
import type { UnitKind } from '../../contract.generated.ts';
import { useViewer } from '../../session/session.ts';
import { failureOf } from '../../ui/failure.ts';
import {
  type OrgPlaceFragment,
  OrgPlaceOfDocument,
  OrgPlacesNamedDocument,
  OrgTopUnitsDocument,
  OrgTownshipsDocument,
  type OrgUnitFragment,
  OrgUnitOfDocument,
  OrgUnitsBelowDocument,
  OrgUnitsNamedDocument,
  OrgVillagesDocument,
} from './org.generated.ts';

/** A unit or place as it is chosen. */
export interface OrgNode {
  code: string;
  /** Among its siblings, and anywhere else. */
  name: string;
  fullName: string;
  kind: UnitKind | null;
  isLeaf: boolean;
  /** What was dissolved may stand as a value, and is not offered. */
  isActive: boolean;
}
export interface OrgPage {
  nodes: OrgNode[];
  /** There are more than come at once: search for them. */
  isCut: boolean;
}
/** From where a tree has its nodes: a level when it is opened, and what is called by a text, its pinyin or initials. */
export interface OrgSource {
  /** Of null the topmost. */
  below: (parent: string | null) => Promise<OrgPage>;
  named: (text: string) => Promise<OrgPage>;
  one: (code: string) => Promise<OrgNode>;
}
export type OrgKind = 'units' | 'places';

interface Connection<Row> {
  edges: { node: Row }[];
  pageInfo: { hasNextPage: boolean };
}
const pageOf =
  <Row>(nodeOf: (row: Row) => OrgNode, isOffered: (row: Row) => boolean = () => true) =>
  (...connections: (Connection<Row> | undefined)[]): OrgPage => ({
    nodes: connections.flatMap(
      (one) =>
        one?.edges
          .map(({ node }) => node)
          .filter(isOffered)
          .map(nodeOf) ?? [],
    ),
    isCut: connections.some((one) => one?.pageInfo.hasNextPage),
  });

export const unitNode = ({ code, name, kind, isActive }: OrgUnitFragment): OrgNode => {
  const isLeaf = kind !== 'TOWNSHIP_STATION';
  return { code, name, fullName: name, kind, isLeaf, isActive };
};
const units = pageOf(unitNode);
/** Reports are narrowed to townships and villages. */
const LEVELS: readonly string[] = ['TOWNSHIP', 'VILLAGE'];
const placeNode = ({ code, name, fullName, level, isActive }: OrgPlaceFragment): OrgNode => {
  const isLeaf = level !== 'TOWNSHIP';
  return { code, name, fullName: isLeaf ? fullName : name, kind: null, isLeaf, isActive };
};
const places = pageOf(placeNode, ({ level }) => LEVELS.includes(level));

/** Every level is asked for once a page. */
export function useOrgSource(kind: OrgKind): OrgSource {
  const client = useApolloClient();
  const { county } = useViewer();
  return useMemo(() => {
    // biome-ignore lint/suspicious/noExplicitAny: whatever the document asks for
    const ask: typeof client.query = async (asked: any) => {
      const answer = await client.query(asked);
      if (!answer.data) throw answer.error;
      return answer as never;
    };
    return kind === 'units' ? unitsFrom(ask, String(officeOf(Number(county.code)))) : placesFrom(ask);
  }, [client, kind, county.code]);
}
type Ask = ReturnType<typeof useApolloClient>['query'];

const unitsFrom = (ask: Ask, county: string): OrgSource => ({
  below: async (parent) => {
    if (parent) return units((await ask({ query: OrgUnitsBelowDocument, variables: { parent } })).data?.units);
    const { data } = await ask({ query: OrgTopUnitsDocument, variables: { county } });
    return units(data?.office, data?.below);
  },
  named: async (text) => units((await ask({ query: OrgUnitsNamedDocument, variables: { text } })).data?.units),
  one: async (code) => {
    const { data } = await ask({ query: OrgUnitOfDocument, variables: { code } });
    return unitNode(data?.unit as OrgUnitFragment);
  },
});

const placesFrom = (ask: Ask): OrgSource => ({
  below: async (parent) =>
    parent
      ? places((await ask({ query: OrgVillagesDocument, variables: { parent } })).data?.places)
      : places((await ask({ query: OrgTownshipsDocument })).data?.places),
  named: async (text) => places((await ask({ query: OrgPlacesNamedDocument, variables: { text } })).data?.places),
  one: async (code) => {
    const { data } = await ask({ query: OrgPlaceOfDocument, variables: { code } });
    return placeNode(data?.place as OrgPlaceFragment);
  },
});

/** What a code stands for: undefined until it is known, null where there is no such thing. */
export function useOrgNode(
  { one }: Pick<OrgSource, 'one'>,
  code: string | null | undefined,
): OrgNode | null | undefined {
  const [found, setFound] = useState<{ code: string; node: OrgNode | null }>();
  useEffect(() => {
    if (!code) return;
    let isGone = false;
    const tell = (node: OrgNode | null) => isGone || setFound({ code, node });
    // What did not come is not known to be none.
    one(code).then(tell, (error) => failureOf(error).code === 'NOT_FOUND' && tell(null));
    return () => {
      isGone = true;
    };
  }, [code, one]);
  return found?.code === code ? found?.node : undefined;
}

interface Sought {
  page?: OrgPage;
  error?: unknown;
  retry: () => void;
}
/** What is typed, once it rests; the answer to an earlier text never comes after that to a later one. */
export function useOrgSearch({ named }: Pick<OrgSource, 'named'>, text: string): Sought {
  const [asked, setAsked] = useState(0);
  const retry = () => setAsked((n) => n + 1);
  const [found, setFound] = useState<{ text: string; page?: OrgPage; error?: unknown }>();
  const sought = text.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when somebody asks
  useEffect(() => {
    if (!sought) return;
    let isGone = false;
    const tell = (what: { page?: OrgPage; error?: unknown }) => isGone || setFound({ text: sought, ...what });
    const timer = setTimeout(
      () =>
        named(sought).then(
          (page) => tell({ page }),
          (error) => tell({ error }),
        ),
      REST_MS,
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [sought, named, asked]);
  return found?.text === sought ? { ...found, retry } : { retry };
}
const REST_MS = 200;
