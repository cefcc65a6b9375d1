import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { allow } from './outside.testing.ts';

/** A mail relay as the test runs it itself, by which the server sends. */
export interface Relay {
  letters: { to: string[]; said: string }[];
  /** What it says to a letter; none, and it takes it. */
  refusal?: number | undefined;
  stop(): Promise<void>;
}

export async function startRelay(): Promise<Relay> {
  const relay: Relay = { letters: [], stop: () => new Promise((done) => server.close(done)) };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo: (_address, _session, then) =>
      then(relay.refusal ? Object.assign(new Error('not now'), { responseCode: relay.refusal }) : null),
    onData: (stream, { envelope }, then) =>
      void text(stream).then((letter) => {
        const said = Buffer.from(letter.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
        relay.letters.push({ to: envelope.rcptTo.map(({ address }) => address), said });
        then();
      }),
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  allow([], { smtpUrl: `smtp://127.0.0.1:${port}`, smtpFrom: '连心桥 <lxq@example.cn>' });
  return relay;
}
