import {
  ApolloClient,
  ApolloLink,
  type FieldFunctionOptions,
  HttpLink,
  InMemoryCache,
  type Reference,
} from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import { tap } from 'rxjs';
import { acceptLanguage } from '../i18n/language.ts';
import { expireSession, whenLeaving } from '../session/session-store.ts';
import { failureOf } from '../ui/failure.ts';
import { CONNECTIONS } from './connections.generated.ts';
import { newestLink } from './newest.ts';

const socketUrl = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;

let subscriptions = 0;
/** Retries are the stream's own: a subscription taken up again by the library would start after the old cursor. */
const socket = createClient({
  url: socketUrl,
  generateID: () => String(++subscriptions), // most browsers call theirs the same, and the server's frames are the same bytes
  lazy: true,
  retryAttempts: 0,
  keepAlive: 12_000,
  connectionParams: () => ({ language: acceptLanguage() }),
});
/** A half-open connection shows only by a ping without an answer. */
let pongDue: ReturnType<typeof setTimeout> | undefined;
socket.on('ping', (received) => {
  if (!received) pongDue = setTimeout(() => socket.terminate(), 8_000);
});
socket.on('pong', (received) => received && clearTimeout(pongDue));
socket.on('closed', () => clearTimeout(pongDue));

export function whenSocket(on: { opened: () => void; closed: () => void }) {
  socket.on('connected', on.opened);
  socket.on('closed', on.closed);
}
export const disconnect = () => socket.terminate();

const language = new SetContextLink(({ headers }) => ({
  headers: { ...headers, 'accept-language': acceptLanguage() },
}));

const expiry = new ErrorLink(({ error, operation }) => {
  if (operation.operationName !== 'SignIn' && failureOf(error).code === 'UNAUTHENTICATED') expireSession();
});

type HearAnswer = (operation: string, variables: Record<string, unknown>, data: unknown) => void;
const hearers = new Set<HearAnswer>();

/** Calls with every whole answer to a query, as it comes from the server. */
export const whenAnswered = (hear: HearAnswer) => hearers.add(hear);

const telling = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap(({ data, errors }) => {
      if (operation.operationType !== 'query' || !data || errors?.length) return;
      for (const hear of hearers) hear(operation.operationName ?? '', operation.variables, data);
    }),
  ),
);

const newest = newestLink();
const http = new HttpLink({ uri: '/graphql', credentials: 'include' });

/** Every list that comes page by page, joined to one. A page of another size is another list: the start page's first three are not the beginning of a list of twenty. */
const paged = relayStylePagination((args) =>
  Object.keys(args ?? {})
    .filter((name) => name !== 'after')
    .sort(),
);
const PAGES = Object.fromEntries(
  Object.entries(CONNECTIONS).map(([type, names]) => [
    type,
    { fields: Object.fromEntries(names.map((name) => [name, paged])) },
  ]),
);
/** What is asked for by its id may be in the cache already. */
const byId = (type: string) => ({
  read: (known: Reference | undefined, { args, toReference }: FieldFunctionOptions) =>
    known ?? toReference({ __typename: type, id: args?.id }),
});

/** Units and places are called by their codes. */
const byCode = (type: string) => ({
  read: (known: Reference | undefined, { args, toReference }: FieldFunctionOptions) =>
    known ?? toReference({ __typename: type, code: args?.code }),
});

export const client = new ApolloClient({
  link: ApolloLink.from([
    expiry,
    telling,
    language,
    newest.link,
    ApolloLink.split(({ operationType }) => operationType === 'subscription', new GraphQLWsLink(socket), http),
  ]),
  cache: new InMemoryCache({
    dataIdFromObject: identify,
    typePolicies: {
      ...PAGES,
      Query: {
        fields: {
          ...PAGES.Query?.fields,
          // However many of them are on the screen, they are fetched anew in one page.
          alerts: relayStylePagination(['isKnown']),
          notifications: relayStylePagination(),
          report: byId('Report'),
          digest: byId('Digest'),
          unit: byCode('Unit'),
          place: byCode('Place'),
        },
      },
      Report: { fields: { reporter: { merge: true } } },
      // The same leader under another portfolio for another topic.
      AlertedLeader: { keyFields: false },
      // The same thing is of another day behind another measure's cell.
      TableRow: { keyFields: false },
      Viewer: { merge: true },
      // Everybody has their own and no other.
      ChannelSettings: { keyFields: [] },
    },
  }),
  defaultOptions: {
    watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
  },
});

whenLeaving(() => {
  newest.forget();
  return client.clearStore();
});

/** Places, units and counties go by their code, dictionary entries by kind and code, everything else by id. */
function identify(thing: Readonly<{ __typename?: string; [field: string]: unknown }>): string | undefined {
  const { __typename: type, id, code, kind } = thing;
  if (type === undefined) return undefined;
  if (type === 'Term') return code === undefined || kind === undefined ? undefined : `Term:${kind}:${code}`;
  if (type === 'Place' || type === 'Unit' || type === 'County')
    return code === undefined ? undefined : `${type}:${code}`;
  return id === undefined ? undefined : `${type}:${id}`;
}
