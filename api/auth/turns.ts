import { busy } from '../errors.ts';

interface Waiting {
  begin(): void;
  refuse(error: Error): void;
}

/** Few things at once, and fair: each line has one turn after the other, however many wait in another. */
export class Turns {
  private readonly most: number;
  /** Of one line. */
  private readonly mostWaiting: number;
  private running = 0;
  /** The line whose turn is next stands first. */
  private readonly lines = new Map<string, Waiting[]>();

  constructor(most: number, mostWaiting: number) {
    this.most = most;
    this.mostWaiting = mostWaiting;
  }

  async take<T>(line: string, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin, refuse) => this.join(line, { begin, refuse }));
    try {
      return await work();
    } finally {
      this.running--;
      this.next();
    }
  }

  /** Who has to leave a full line is drawn by lot: a flood keeps nobody out of the line it stands in. */
  private join(line: string, comer: Waiting): void {
    const waiting = this.lines.get(line) ?? [];
    this.lines.set(line, waiting);
    waiting.push(comer);
    this.next();
    if (waiting.length <= this.mostWaiting) return;
    const [drawn] = waiting.splice(Math.floor(Math.random() * waiting.length), 1);
    drawn?.refuse(busy('登录的人太多，请稍后重试', 'Too many are signing in; try again soon', 2));
  }
  private next(): void {
    const [first] = this.lines;
    if (!first || this.running >= this.most) return;
    const [line, waiting] = first;
    const comer = waiting.shift();
    this.lines.delete(line);
    if (waiting.length) this.lines.set(line, waiting);
    this.running++;
    comer?.begin();
  }
}
