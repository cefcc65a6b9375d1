interface Waiting {
  settle(isTheirs: boolean): void;
  since: number;
}
export interface Room {
  inAll: number;
  perLine?: number;
  /** How many of a line may wait, and how long. */
  waiting: number;
  waitMs?: number;
  /** What never ends, because something it waited for broke, gives its place back after so long. */
  placeMs?: number;
  /** Who has to leave a full line is drawn by lot, so that a flood keeps nobody out of the line it stands in; else whoever came last. */
  isByLot?: boolean;
}

/** Few things at once, and fair: each line has one turn after the other, however many wait in another. */
export class Turns {
  private readonly room: Room;
  private readonly running = new Map<string, number>();
  private inAll = 0;
  /** The line whose turn is next stands first. */
  private readonly lines = new Map<string, Waiting[]>();
  constructor(room: Room) {
    this.room = room;
  }

  /** Begins at once when there is room, which is nearly always; `refuse` answers for whoever waited in vain. */
  async take<T>(line: string, work: () => Promise<T>, refuse: () => T): Promise<T> {
    if (this.hasRoom(line)) this.begin(line);
    else if (!(await this.wait(line))) return refuse();
    const leave = once(() => this.leave(line));
    const { placeMs } = this.room;
    const overdue = placeMs === undefined ? undefined : setTimeout(leave, placeMs).unref();
    try {
      return await work();
    } finally {
      clearTimeout(overdue);
      leave();
    }
  }

  private hasRoom(line: string): boolean {
    const { inAll, perLine = inAll } = this.room;
    return this.inAll < inAll && (this.running.get(line) ?? 0) < perLine;
  }
  private begin(line: string): void {
    this.inAll++;
    this.running.set(line, (this.running.get(line) ?? 0) + 1);
  }
  private wait(line: string): Promise<boolean> {
    const { waiting: most, isByLot } = this.room;
    const waiting = this.lines.get(line) ?? [];
    this.lines.set(line, waiting);
    const turn = new Promise<boolean>((settle) => waiting.push({ settle, since: Date.now() }));
    if (waiting.length > most) {
      const [out] = waiting.splice(isByLot ? Math.floor(Math.random() * waiting.length) : most, 1);
      out?.settle(false);
    }
    return turn;
  }
  private leave(line: string): void {
    this.inAll--;
    const left = (this.running.get(line) as number) - 1;
    if (left) this.running.set(line, left);
    else this.running.delete(line);
    if (this.lines.size) this.next();
  }
  /** Whoever got a turn goes to the end. What has waited too long would be answered to nobody. */
  private next(): void {
    const latest = Date.now() - (this.room.waitMs ?? Number.POSITIVE_INFINITY);
    for (const [line, waiting] of this.lines) {
      if (!this.hasRoom(line)) continue;
      while (waiting[0] && waiting[0].since < latest) waiting.shift()?.settle(false);
      const first = waiting.shift();
      this.lines.delete(line);
      if (waiting.length) this.lines.set(line, waiting);
      if (!first) continue;
      this.begin(line);
      first.settle(true);
      return;
    }
  }
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
