export interface Pace {
  /** Something has changed: act soon, unless that is planned already. */
  soon(): void;
  stop(): void;
}

/**
 * Acts `waitMs` after the first call. While calls keep coming it acts again, never before the last act has ended and
 * `pauseMs` have passed, and once after the last call: a burst costs few acts and ends with what is true.
 */
export function paced(act: () => unknown, waitMs: number, pauseMs: number): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isActing = false;
  let isWanted = false;
  let isStopped = false;

  const plan = (delay: number) => {
    timer ??= setTimeout(run, delay);
  };
  const run = async () => {
    isActing = true;
    isWanted = false;
    try {
      await act();
    } catch {
      // What failed says so where it is shown; the next change tries again.
    }
    timer = setTimeout(rested, pauseMs);
  };
  const rested = () => {
    isActing = false;
    timer = undefined;
    if (isWanted && !isStopped) plan(0);
  };
  return {
    soon() {
      if (isStopped) return;
      if (isActing) isWanted = true;
      else plan(waitMs);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
