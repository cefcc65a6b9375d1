import type { Account } from './fixture.ts';
import { askSocket, type TestServer } from './server.ts';
import { type Told, told } from './walk.told.ts';

interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** Everybody at a server, signed in when first asked, over both transports. */
export function callersOf(server: TestServer) {
  const tokens = new Map<Account, Promise<string>>();
  const sockets = new Map<Account, ReturnType<TestServer['socket']>>();
  const tokenOf = (account: Account): Promise<string> => {
    const token = tokens.get(account) ?? server.signIn(account);
    tokens.set(account, token);
    return token;
  };
  return {
    async overHttp(account: Account, { query, variables }: Operation): Promise<Told> {
      const { body } = await server.post({ query, variables }, { authorization: `Bearer ${await tokenOf(account)}` });
      return told(body);
    },
    async overSocket(account: Account, { query, variables }: Operation): Promise<Told> {
      const socket = sockets.get(account) ?? server.socket(await tokenOf(account));
      sockets.set(account, socket);
      return told(await askSocket(socket, query, variables));
    },
    async leave() {
      for (const socket of sockets.values()) await socket.dispose();
    },
  };
}
