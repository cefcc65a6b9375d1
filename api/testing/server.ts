import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readEnv } from '../env.ts';
import { type RunningApi, startApi } from '../main.ts';
import { type Account, type Fixture, PASSWORD } from './fixture.ts';

/** The real server of a test, with what a client needs to speak to it over both transports. */
export interface TestServer extends RunningApi {
  signIn(account: Account): Promise<string>;
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; headers: Headers; body: any }>;
  socket(token: string | null, headers?: Record<string, string>): ReturnType<typeof createClient>;
}

/** All of a test come from one address, and are in a hurry. */
const CROWDED = { ANONYMOUS_SOCKETS_PER_ADDRESS: '1000', WORK_PER_SECOND: '1000000' };

export async function startServer(fixture: Fixture, settings: Record<string, string> = {}): Promise<TestServer> {
  const api = await startApi(
    readEnv({ PORT: '0', LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent', DATABASE_POOL: '24', ...CROWDED, ...settings }),
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

/** A socket without the client library: what the protocol says, and a reader that may be as slow as it likes. */
export class RawClient {
  socket!: WebSocket;
  readonly heard: any[] = [];
  closed!: Promise<[code: number, reason: string]>;
  async open(
    server: Pick<TestServer, 'address'>,
    {
      token,
      protocol = 'graphql-transport-ws',
      init = true,
    }: { token?: string; protocol?: string; init?: boolean } = {},
  ): Promise<this> {
    this.socket = new WebSocket(`${server.address.replace('http', 'ws')}/graphql`, protocol, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    this.socket.on('message', (data) => this.heard.push(JSON.parse(String(data))));
    this.closed = new Promise((resolve) => this.socket.on('close', (code, reason) => resolve([code, String(reason)])));
    await new Promise((resolve, reject) => this.socket.once('open', resolve).once('error', reject));
    if (init) this.send({ type: 'connection_init' });
    return this;
  }
  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }
  /** The next message of this type that comes, or has come. */
  async next(type: string): Promise<any> {
    for (;;) {
      const at = this.heard.findIndex((message) => message.type === type);
      if (at >= 0) return this.heard.splice(at, 1)[0];
      await new Promise((resolve) => this.socket.once('message', resolve));
    }
  }
}
