import { CHANNEL_LIMITS } from '@lxq/schema/notifications/channels.ts';
import { markOf } from '../../platform/vault/vault.ts';

interface Mailbox {
  countyCode: number;
  id: string;
}
const { digits } = CHANNEL_LIMITS.code;

/** The code that was asked for at an instant, to be read in the mailbox: made with our key, so that it stands nowhere else. */
export function codeOf({ countyCode, id }: Mailbox, at: Date): string {
  const mark = Buffer.from(markOf(`code of ${countyCode} ${id} at ${at.getTime()}`), 'base64url');
  return String(mark.readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, '0');
}

/** What is kept of a code. */
export const hashOf = ({ countyCode, id }: Mailbox, code: string) => markOf(`${code} of ${countyCode} ${id}`);

/** As it was typed: in two halves, or in the wide digits of a Chinese keyboard. Null for what is no code at all. */
export function typedCode(text: string): string | null {
  const typed = text.normalize('NFKC').replace(/[\s-]/g, '');
  return typed.length === digits && /^\d+$/.test(typed) ? typed : null;
}
