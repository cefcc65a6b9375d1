import { hash, randomUUID } from 'node:crypto';

/** What comes back of every deed: where the next one goes on. */
export interface Thing {
  id: string;
  version: number;
}
/** An argument beside id and version: its type in the contract, and what is sent. */
export type Given = Record<string, readonly [type: string, value: unknown]>;

/** Somebody of the demo county at their desk, over the same wire as a browser. */
export interface Hand {
  /** The unit of their post. */
  unit: string;
  ask<Data>(query: string, variables?: object): Promise<Data>;
  /** Makes something of nothing. */
  make(mutation: string, given: Given): Promise<Thing>;
  /** A deed on it, which then stands at its next version. */
  deed(mutation: string, on: Thing, given?: Given): Promise<void>;
  /** Attaches pictures to a thing: the promise, and then the bytes of each by tus. */
  attach(subject: 'REPORT' | 'CASE', id: string, pictures: readonly Buffer[]): Promise<void>;
}

const SIGN_IN = `mutation ($account: String!, $password: String!) {
  signIn(account: $account, password: $password) { token viewer { post { unit { code } } } } }`;
interface SignedIn {
  signIn: { token: string; viewer: { post: { unit: { code: string } } } };
}

/** Signs in, lets them work, and signs them out again. */
export async function handsOf<Account extends string, Done>(
  address: string,
  { accounts, password }: { accounts: readonly Account[]; password: string },
  work: (hands: Record<Account, Hand>) => Promise<Done>,
): Promise<Done> {
  const hands = {} as Record<Account, Hand>;
  try {
    for (const account of accounts) {
      const { signIn } = await asked<SignedIn>(address, null, SIGN_IN, { account, password });
      hands[account] = handAt(address, signIn.token, signIn.viewer.post.unit.code);
    }
    return await work(hands);
  } finally {
    await Promise.allSettled(Object.values<Hand>(hands).map((hand) => hand.ask('mutation { signOut }')));
  }
}

function handAt(address: string, token: string, unit: string): Hand {
  const ask: Hand['ask'] = (query, variables = {}) => asked(address, token, query, variables);
  const send = async (mutation: string, given: Given): Promise<Thing> => {
    const [declared, passed] = [
      Object.entries(given).map(([name, [type]]) => `$${name}: ${type}`),
      Object.keys(given).map((name) => `${name}: $${name}`),
    ].map((each) => each.join(', '));
    const values = Object.fromEntries(Object.entries(given).map(([name, [, value]]) => [name, value]));
    const document = `mutation (${declared}) { ${mutation}(${passed}) { id version } }`;
    return (await ask<Record<string, Thing>>(document, values))[mutation] as Thing;
  };
  return {
    ...{ unit, ask, make: send },
    deed: async (mutation, on, given = {}) => {
      const of: Given = { id: ['ID!', on.id], version: ['Int!', on.version] };
      Object.assign(on, await send(mutation, { ...of, ...given }));
    },
    attach: async (subject, id, pictures) => {
      const promises = pictures.map((bytes) => ({
        ...{ clientId: randomUUID(), kind: 'PHOTO', sha256: hash('sha256', bytes), size: bytes.length },
      }));
      const ATTACH = `mutation ($subject: AttachmentSubject!, $id: ID!, $attachments: [AttachmentDraft!]!) {
        attach(subject: $subject, subjectId: $id, attachments: $attachments) { id sha256 } }`;
      const { attach } = await ask<{ attach: { id: string; sha256: string }[] }>(ATTACH, {
        ...{ subject, id, attachments: promises },
      });
      for (const { id: one, sha256 } of attach) {
        const bytes = pictures[promises.findIndex((promise) => promise.sha256 === sha256)];
        if (bytes) await uploaded(address, token, one, bytes);
      }
    },
  };
}

/** By tus, in one piece. */
async function uploaded(address: string, token: string, id: string, bytes: Buffer): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const metadata = `attachment ${Buffer.from(id).toString('base64')}`;
  const steps = [
    ['POST', '/attachments', { 'upload-length': String(bytes.length), 'upload-metadata': metadata }, undefined],
    [
      ...(['PATCH', `/attachments/${id}`] as const),
      ...([
        { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
        new Uint8Array(bytes),
      ] as const),
    ],
  ] as const;
  for (const [method, to, more, body] of steps) {
    const { ok, status } = await fetch(`${address}${to}`, { method, headers: { ...headers, ...more }, body });
    if (!ok) throw new Error(`a picture was not taken: HTTP ${status}`);
  }
}

async function asked<Data>(address: string, token: string | null, query: string, variables: object): Promise<Data> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? `HTTP ${answer.status}`);
  return data;
}
