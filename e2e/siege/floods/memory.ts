import { readFileSync } from 'node:fs';

/** Resident megabytes of a process; null when it is gone. */
export function residentMb(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const resident = /VmRSS:\s+(\d+)/.exec(status)?.[1];
    return resident ? Number(resident) / 1_024 : null; // of one that has ended and is not yet buried, nothing is resident
  } catch {
    return null;
  }
}

export interface MemoryWatch {
  before: number;
  peak: number;
  after: number;
  /** Whoever was served by it was cut off, even if another has taken its place. */
  hasEnded: boolean;
}

/** Looks four times a second, until it is told to stop. */
export function watchMemory(pid: number): { seen: Readonly<MemoryWatch>; stop(): void } {
  const seen: MemoryWatch = { before: residentMb(pid) ?? 0, peak: 0, after: 0, hasEnded: false };
  const look = () => {
    const now = residentMb(pid);
    seen.hasEnded ||= now === null;
    seen.after = now ?? 0;
    seen.peak = Math.max(seen.peak, seen.after);
  };
  const timer = setInterval(look, 250).unref();
  return { seen, stop: () => clearInterval(timer) };
}
