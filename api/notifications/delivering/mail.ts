import { createTransport } from 'nodemailer';
import type { Address } from '../channels/channel.address.ts';
import { channelSettings } from '../channels/channel.settings.ts';
import { headlineOf, textOf } from './message.ts';
import { type Outcome, REFUSED, type Teller, UNREACHABLE } from './outcome.ts';

const PATIENCE_MS = 5_000;

export const tellByMail: Teller = (address, message) =>
  mail(address, { subject: headlineOf(message), text: textOf(message) });

/** By the server's own mail relay. */
export async function mail({ url }: Address, letter: { subject: string; text: string }): Promise<Outcome> {
  const { smtpUrl, smtpFrom } = channelSettings();
  if (!smtpUrl || !smtpFrom) return { became: 'FAILED', why: 'NOT_ALLOWED' };
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const to = url.slice('mailto:'.length);
    await transport.sendMail({
      ...{ from: smtpFrom, to, textEncoding: 'base64' },
      ...letter,
    });
    return { became: 'SENT' };
  } catch (error) {
    const { responseCode = 0 } = error as { responseCode?: number };
    // 5xx is for good (RFC 5321); 4xx, and whoever does not answer, may take it later.
    return responseCode >= 500 ? REFUSED : UNREACHABLE;
  } finally {
    transport.close();
  }
}
