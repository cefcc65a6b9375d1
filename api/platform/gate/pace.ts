import type { Duplex } from 'node:stream';
import { LIMITS } from '@lxq/schema/limits.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { selfOf } from '@lxq/schema/transitions.ts';
import { busy, type CodedError } from '../contract/errors.ts';
import type { Rights } from '../scope/rights.ts';
import { blockOf } from './address-block.ts';

const { pace: limit } = SERVER_LIMITS;
const TICK_MS = 20;
const SWEEP_EVERY = 1_000;

/** Whose share of this process something takes: a person's, that of the devices where they signed in before, or of an address from which nobody we know speaks. */
export interface Comer {
  key: string;
  isStranger: boolean;
  /** Of a person's rate, where it is not all of it. */
  share?: number;
}
type Person = Parameters<typeof selfOf>[0] & Partial<Pick<Rights, 'tokenHash' | 'tokenScopes'>>;
/** Whose share it is: a program has its own, so that it never keeps its owner waiting. */
export const spenderOf = (rights: Person): string =>
  rights.tokenScopes ? `token ${rights.tokenHash}` : `person ${selfOf(rights)}`;
export function comerOf(rights: Person | null | undefined, address: string | null, deviceOf?: string): Comer {
  if (rights) return personOf(rights);
  if (deviceOf) return { key: `devices of ${deviceOf}`, isStranger: false };
  return { key: `address ${blockOf(address)}`, isStranger: true };
}

/** Rights are remembered and asked about several times a request: one key for all of them is hashed once. */
const persons = new WeakMap<object, Comer>();
function personOf(rights: Person): Comer {
  const known = persons.get(rights) ?? {
    key: spenderOf(rights),
    isStranger: false,
    ...(rights.tokenScopes && { share: LIMITS.token.share }),
  };
  persons.set(rights, known);
  return known;
}

interface Waiting {
  units: number;
  stream: Pick<Duplex, 'destroyed' | 'destroy'>;
  settle(refusal: CodedError | null): void;
}
interface Lane {
  /** When all that was taken up will have been worked off at the rate that is allowed (the generic cell rate algorithm), in milliseconds. */
  clearAt: number;
  isStranger: boolean;
  share: number;
  waiting: Waiting[];
  /** Those who are told to come back, and not at once: an answer in no time is what a flood lives on. */
  refused: number;
}

/**
 * How much of this process one comer may take up a second, over both transports, in units of about a millisecond. What is beyond it waits before anything is
 * read of it, so that it costs nothing but its connection; a screen or a batch stays far below. Strangers share one rate besides their own, and
 * go round by address. A flood is thus as slow as its share, whatever it sends, and delays nobody but those in its own lane.
 */
export class Pace {
  private readonly perSecond: number;
  private readonly lanes = new Map<string, Lane>();
  private readonly strangers: Lane = { clearAt: 0, isStranger: true, share: 1, waiting: [], refused: 0 };
  private timer: NodeJS.Timeout | undefined;
  private entered = 0;
  private waiting = 0;
  /** Units that a person, or an address with strangers, may take up a second. */
  constructor(perSecond: number) {
    this.perSecond = perSecond;
  }

  /** Nothing when it is their turn at once, which is nearly always. Rejects with BUSY when too many of theirs wait. */
  enter(comer: Comer, units: number, stream: Waiting['stream']): Promise<void> | undefined {
    if (++this.entered % SWEEP_EVERY === 0) this.sweep();
    const lane = this.laneOf(comer);
    if (!lane.waiting.length && this.hasRoom(lane)) {
      this.pay(lane, units);
      return undefined;
    }
    return new Promise((go, refuse) => {
      this.waiting++;
      lane.waiting.push({ units, stream, settle: (refusal) => (refusal ? refuse(refusal) : go()) });
      if (lane.waiting.length > limit.waiting) this.drawOne(lane);
      this.timer ??= setTimeout(() => this.tick(), TICK_MS).unref();
    });
  }
  /** What it turned out to cost. */
  charge(comer: Comer, units: number): void {
    if (units) this.pay(this.laneOf(comer), units);
  }
  private pay(lane: Lane, units: number): void {
    this.add(lane, units, this.perSecond * lane.share);
    if (!lane.isStranger) return;
    const shared = Math.max(-limit.most, Math.min(units, limit.most));
    this.add(this.strangers, shared, this.perSecond * limit.strangers);
  }
  /** Came as a stranger and has shown who they are: that was nobody else's share. */
  recognise(stranger: Comer, known: Comer, units: number): void {
    if (!stranger.isStranger || known.isStranger) return;
    this.charge(stranger, -units);
    this.charge(known, units);
  }

  private laneOf({ key, isStranger, share = 1 }: Comer): Lane {
    const known = this.lanes.get(key);
    if (known) return known;
    const lane = { clearAt: 0, isStranger, share, waiting: [], refused: 0 };
    this.lanes.set(key, lane);
    return lane;
  }
  private add(lane: Lane, units: number, perSecond: number): void {
    const now = performance.now();
    lane.clearAt = Math.min(Math.max(lane.clearAt, now) + (units * 1_000) / perSecond, now + limit.owedMs);
  }
  private hasRoom(lane: Lane): boolean {
    const latest = performance.now() + limit.aheadMs;
    return lane.clearAt <= latest && (!lane.isStranger || this.strangers.clearAt <= latest);
  }

  /** One of each lane after the other, as long as there is room: whoever has had a turn goes to the end. */
  private tick(): void {
    this.timer = undefined;
    for (const [key, lane] of this.lanes) {
      if (!lane.waiting.length || !this.hasRoom(lane)) continue;
      this.lanes.delete(key);
      this.lanes.set(key, lane);
      this.next(lane);
    }
    if (this.waiting) this.timer = setTimeout(() => this.tick(), TICK_MS).unref();
  }
  private next(lane: Lane): void {
    const { units, stream, settle } = lane.waiting.shift() as Waiting;
    this.waiting--;
    // Whoever has hung up is not worked for: neither do they pay.
    if (stream.destroyed) return void settle(tooFast());
    this.pay(lane, units);
    settle(null);
  }
  /** By lot: a flood keeps nobody out of the lane it stands in. */
  private drawOne(lane: Lane): void {
    this.waiting--;
    const [drawn] = lane.waiting.splice(Math.floor(Math.random() * lane.waiting.length), 1) as [Waiting];
    if (lane.refused >= limit.refused) {
      drawn.stream.destroy();
      drawn.settle(tooFast());
      return;
    }
    lane.refused++;
    setTimeout(() => {
      lane.refused--;
      drawn.settle(tooFast());
    }, limit.refusalMs).unref();
  }
  private sweep(): void {
    const now = performance.now();
    for (const [key, { clearAt, waiting, refused }] of this.lanes)
      if (clearAt <= now && !waiting.length && !refused) this.lanes.delete(key);
  }
}

const tooFast = () => busy('请求过于频繁，请稍后重试', 'Too many requests; please try again in a moment', 5);
