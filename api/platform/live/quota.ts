import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import type { Env } from '../../env.ts';
import { blockOf } from '../gate/address-block.ts';

const { socket: limit } = SERVER_LIMITS;
const MINUTE_MS = 60_000;

/** What is counted of an address, and of a person from when their session is known. */
export interface Quota {
  sockets: number;
  /** Of an address: those on which nobody is signed in. */
  anonymous: number;
  /** When all that was said will have been worked off at the rate that is allowed (the generic cell rate algorithm), in milliseconds. */
  busyUntil: number;
}

/** What a socket counts against. */
export interface Counted {
  addressQuota: Quota;
  personQuota: Quota | null;
}

/** Who may have how many sockets at this process, and say how much on them. Coming back buys nothing: what was said stays counted for a minute. */
export class Quotas {
  private readonly quotas = new Map<string, Quota>();
  private readonly env: Env;
  constructor(env: Env) {
    this.env = env;
  }
  ofAddress = (address: string | null) => this.of(`address ${blockOf(address)}`);
  ofPerson = (personId: string) => this.of(`person ${personId}`);

  hasRoom(ofAddress: Quota): boolean {
    return ofAddress.sockets < this.env.SOCKETS_PER_ADDRESS;
  }
  hasAnonymousRoom(ofAddress: Quota): boolean {
    return ofAddress.anonymous < this.env.ANONYMOUS_SOCKETS_PER_ADDRESS;
  }
  open({ addressQuota }: Counted): void {
    addressQuota.sockets++;
    addressQuota.anonymous++;
  }
  /** Somebody has shown who they are. */
  signIn(socket: Counted, ofPerson: Quota): void {
    socket.addressQuota.anonymous--;
    socket.personQuota = ofPerson;
    ofPerson.sockets++;
  }
  close({ addressQuota, personQuota }: Counted): void {
    addressQuota.sockets--;
    if (personQuota) personQuota.sockets--;
    else addressQuota.anonymous--;
  }

  /** False when it is more than may be said within a minute; then it is not counted either. */
  pay({ addressQuota, personQuota }: Counted, units: number, now: number): boolean {
    const rate = personQuota ? limit.perMinute : limit.anonymousPerMinute * this.env.ANONYMOUS_SOCKETS_PER_ADDRESS;
    const quota = personQuota ?? addressQuota;
    const busyUntil = Math.max(quota.busyUntil, now) + (units * MINUTE_MS) / rate;
    if (busyUntil > now + MINUTE_MS) return false;
    quota.busyUntil = busyUntil;
    return true;
  }
  /** Forgets whoever has neither sockets nor anything to work off. */
  sweep(now: number): void {
    for (const [key, { sockets, busyUntil }] of this.quotas) if (!sockets && busyUntil <= now) this.quotas.delete(key);
  }
  private of(key: string): Quota {
    const known = this.quotas.get(key);
    if (known) return known;
    const quota = { sockets: 0, anonymous: 0, busyUntil: 0 };
    this.quotas.set(key, quota);
    return quota;
  }
}
