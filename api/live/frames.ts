/** Frames waiting for one socket. The consumer pulls, so a slow socket fills its queue and then falls out with its cursor. */
export class Frames<Frame> implements AsyncIterableIterator<Frame> {
  private readonly waiting: Frame[] = [];
  private pull?: (result: IteratorResult<Frame>) => void;
  private ended = false;
  private readonly onEnd: () => void;
  constructor(onEnd: () => void) {
    this.onEnd = onEnd;
  }

  get isEnded(): boolean {
    return this.ended;
  }
  /** False when the queue is full: the frame was not taken. */
  push(frame: Frame): boolean {
    if (this.ended) return true;
    if (this.pull) {
      const pull = this.pull;
      this.pull = undefined;
      pull({ done: false, value: frame });
      return true;
    }
    return this.waiting.push(frame) <= MOST_WAITING;
  }
  next(): Promise<IteratorResult<Frame>> {
    const frame = this.waiting.shift();
    if (frame !== undefined) return Promise.resolve({ done: false, value: frame });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.pull = resolve;
    });
  }
  return(): Promise<IteratorResult<Frame>> {
    if (!this.ended) {
      this.ended = true;
      this.waiting.length = 0;
      this.pull?.({ done: true, value: undefined });
      this.onEnd();
    }
    return Promise.resolve({ done: true, value: undefined });
  }
  [Symbol.asyncIterator](): this {
    return this;
  }
}

const MOST_WAITING = 5_000;
