import type { Machine, Transition } from '@lxq/schema/transitions.ts';
import { type Account, type Fixture, POSTS, rightsOf } from './fixture.ts';

/** What somebody's unit is to the thing: which part it takes, none, or RECUSED where it is what the thing is about. */
export type Standing = string;
export interface Tried {
  account: Account;
  standing: Standing;
}

/** What the walk of a noun's deeds needs to know of it (deeds.test.ts), said as `walk` in its `….testing.ts`. */
export interface Walked {
  table: string;
  machine: Machine<string, string, any>;
  states: readonly string[];
  /** Whom it needs beside the fixture's. */
  staff?(fixture: Fixture): Promise<void>;
  /** Makes a thing, and answers its id. */
  make(fixture: Fixture): Promise<string>;
  /** Asks for it, as somebody who may not see it gets an error or null. */
  look: string;
  /** What the guards of a deed look at, by id and viewer. */
  facts(fixture: Fixture, id: string, viewer: string, deed: string): Promise<object>;
  /** Mutations that ask for more than words: their own arguments. */
  more?: Record<string, { declare: string; pass: string; value: () => unknown; ids?: string }>;
  /** What a deed on many answers for each, with `ok`, the thing and `error { code unmet }`. */
  each?: string;
  /** Deeds done in the author's own name: a desk's sight does not count. */
  authors?: readonly string[];
  /** Deeds that look at content too: what else they refuse is their own tests' matter. */
  checked?: readonly string[];
  /** Deeds that change nothing the second time, and are not refused. */
  again?: readonly string[];
  /** Deeds that a state set by hand does not make possible. */
  except?: readonly string[];
  /** What must be so before somebody tries a deed, beside its state. */
  reset?(fixture: Fixture, id: string, deed: string, tried: Tried): Promise<unknown>;
  /** Where a thing has participants: what each account's unit is to it in turn, as `reset` makes it so. Nothing for whoever adds nothing to the walk. */
  standings?(account: Account): readonly Standing[];
  /** The guard that refuses whoever is RECUSED, whatever the deed. */
  recused?: string;
  /** Columns that go with a state ($2), in SQL. */
  beside?: string;
}

export type Row = Transition<string, never>;
/** A deed as it is asked for: of one, or of many that each stand or fall alone. */
export interface Way {
  deed: string;
  row: Row;
  mutation: string;
  isMany: boolean;
}
export const waysOf = ({ machine, except = [] }: Walked): Way[] =>
  (Object.entries(machine) as [string, Row][])
    .filter(([deed]) => !except.includes(deed))
    .flatMap(([deed, row]) => [
      ...(row.mutation ? [{ deed, row, mutation: row.mutation, isMany: false }] : []),
      ...(row.many ? [{ deed, row, mutation: row.many, isMany: true }] : []),
    ]);

/** One row of the owner's. */
export const one = async <T>({ admin }: Fixture, text: string, values: unknown[]): Promise<T> =>
  (await admin.query(text, values)).rows[0];

const WORDS = '经核实情况属实，已与当事人说明处理意见';
/** The mutation of a deed, and what it is given. */
export function mutationOf(
  walked: Walked,
  { deed, row, mutation, isMany }: Way,
  given: { id: string; version: number },
) {
  const extra = isMany && row.mutation ? undefined : walked.more?.[deed];
  const declared = ['$id: ID!'];
  const passed = [isMany ? `${extra?.ids ?? 'ids'}: [$id]` : 'id: $id'];
  const variables: Record<string, unknown> = { id: given.id };
  if (!row.isUnversioned && !isMany) {
    declared.push('$version: Int!');
    passed.push('version: $version');
    variables.version = given.version;
  }
  if (row.asks) {
    declared.push('$words: String!');
    passed.push(`${row.asks}: $words`);
    variables.words = WORDS;
  }
  if (extra) {
    declared.push(extra.declare);
    passed.push(extra.pass);
    variables[/\$(\w+)/.exec(extra.declare)?.[1] as string] = extra.value();
  }
  const answer = isMany ? walked.each : 'id state';
  return { query: `mutation (${declared.join(', ')}) { ${mutation}(${passed.join(', ')}) { ${answer} } }`, variables };
}

export const ACCOUNTS = Object.keys(POSTS) as Account[];
const ANY: readonly Standing[] = ['ANY'];
/** Everybody, in each part that they may have. */
export const triedBy = ({ standings }: Walked) =>
  ACCOUNTS.flatMap((account) => (standings?.(account) ?? ANY).map((standing) => ({ account, standing })));

/** Somebody who tries a deed. */
export interface Attempt extends Tried {
  way: Way;
}
export const isNamed = ({ by }: Row, account: Account): boolean => by.includes(rightsOf(account).role as never);
/** Of each deed somebody whom its row names, without a part and recused. */
export const outside = (noun: Walked): Attempt[] =>
  waysOf(noun).flatMap((way) =>
    ['OUTSIDER', 'RECUSED'].flatMap((standing) =>
      triedBy(noun)
        .filter((tried) => tried.standing === standing && isNamed(way.row, tried.account))
        .slice(0, 1)
        .map((tried) => ({ way, ...tried })),
    ),
  );
/** Everybody whom a deed's row names, in each of their parts. */
export const named = (noun: Walked): Attempt[] =>
  waysOf(noun).flatMap((way) =>
    triedBy(noun)
      .filter(({ account }) => isNamed(way.row, account))
      .map((tried) => ({ way, ...tried })),
  );
