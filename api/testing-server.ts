import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readEnv } from './env.ts';
import { type RunningApi, startApi } from './main.ts';
import { type Account, type Fixture, PASSWORD } from './testing.ts';

/** The real server of a test, with what a client needs to speak to it over both transports. */
export interface TestServer extends RunningApi {
  signIn(account: Account): Promise<string>;
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; headers: Headers; body: any }>;
  socket(token: string | null, headers?: Record<string, string>): ReturnType<typeof createClient>;
}

export async function startServer(fixture: Fixture): Promise<TestServer> {
  const api = await startApi(
    readEnv({ PORT: '0', LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent', DATABASE_POOL: '24' }),
    fixture.appUrl,
  );
  const post: TestServer['post'] = async (body, headers = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${api.address}/graphql`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
    const answer = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: answer.startsWith('{') ? JSON.parse(answer) : answer,
    };
  };
  return {
    ...api,
    post,
    signIn: async (account) => {
      const query = 'mutation ($a: String!, $p: String!) { signIn(account: $a, password: $p) { token } }';
      const { body } = await post({ query, variables: { a: account.toLowerCase(), p: PASSWORD } });
      return body.data.signIn.token;
    },
    socket: (token, headers = {}) => {
      class WithHeaders extends WebSocket {
        constructor(url: string, protocols: string) {
          super(url, protocols, { headers });
        }
      }
      const url = `${api.address.replace('http', 'ws')}/graphql`;
      return createClient({
        url,
        webSocketImpl: WithHeaders,
        connectionParams: token ? { authorization: `Bearer ${token}` } : {},
        retryAttempts: 0,
        lazy: true,
      });
    },
  };
}

/** The one answer of a query, mutation or refused subscription sent down a socket. */
export const askSocket = (
  client: ReturnType<typeof createClient>,
  query: string,
  variables?: Record<string, unknown>,
): Promise<any> =>
  new Promise((resolve) => {
    const stop = client.subscribe(
      { query, variables },
      { next: (value) => resolve(value), error: (errors) => resolve({ errors }), complete: () => {} },
    );
    void stop;
  });
