import { LIMITS } from '@lxq/schema/limits.ts';
import { blockOf } from '../auth/address-block.ts';
import type { Env } from '../env.ts';

const { socket: limit } = LIMITS;
const MINUTE_MS = 60_000;

/** For whom sockets are counted: an address, and a person from when their session is known. */
export interface Holder {
  sockets: number;
  /** Of an address: those on which nobody is signed in. */
  anonymous: number;
  /** When all that was said will have been worked off at the rate that is allowed (the generic cell rate algorithm), in milliseconds. */
  busyUntil: number;
}

/** What is counted for a socket. */
export interface Seat {
  place: Holder;
  person: Holder | null;
}

/** Who may have how many sockets at this process, and say how much on them. Coming back buys nothing: what was said stays counted for a minute. */
export class Seats {
  private readonly holders = new Map<string, Holder>();
  private readonly env: Env;
  constructor(env: Env) {
    this.env = env;
  }
  ofAddress = (address: string | null) => this.of(`address ${blockOf(address)}`);
  ofPerson = (personId: string) => this.of(`person ${personId}`);

  hasRoom(place: Holder): boolean {
    return place.sockets < this.env.SOCKETS_PER_ADDRESS;
  }
  hasAnonymousRoom(place: Holder): boolean {
    return place.anonymous < this.env.ANONYMOUS_SOCKETS_PER_ADDRESS;
  }
  take({ place }: Seat): void {
    place.sockets++;
    place.anonymous++;
  }
  /** Somebody has shown who they are. */
  sitDown(seat: Seat, person: Holder): void {
    seat.place.anonymous--;
    seat.person = person;
    person.sockets++;
  }
  leave({ place, person }: Seat): void {
    place.sockets--;
    if (person) person.sockets--;
    else place.anonymous--;
  }

  /** False when it is more than may be said within a minute; then it is not counted either. */
  pay({ place, person }: Seat, units: number, now: number): boolean {
    const rate = person ? limit.perMinute : limit.anonymousPerMinute * this.env.ANONYMOUS_SOCKETS_PER_ADDRESS;
    const holder = person ?? place;
    const busyUntil = Math.max(holder.busyUntil, now) + (units * MINUTE_MS) / rate;
    if (busyUntil > now + MINUTE_MS) return false;
    holder.busyUntil = busyUntil;
    return true;
  }
  /** Forgets those who have neither sockets nor anything to work off. */
  sweep(now: number): void {
    for (const [key, { sockets, busyUntil }] of this.holders)
      if (!sockets && busyUntil <= now) this.holders.delete(key);
  }
  private of(key: string): Holder {
    const known = this.holders.get(key);
    if (known) return known;
    const holder = { sockets: 0, anonymous: 0, busyUntil: 0 };
    this.holders.set(key, holder);
    return holder;
  }
}
