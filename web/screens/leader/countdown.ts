export interface Countdown {
  isOver: boolean;
  hours: number;
  minutes: number;
  seconds: number;
  /** green while there is time, amber in the last third of the half hour, red when it has passed (R36). */
  tone: 'calm' | 'pressing' | 'over';
}

const PRESSING_MS = 10 * 60_000;

/** What is left until `dueAt`, or how long ago it was. */
export function countdown(dueAt: string, now: number): Countdown {
  const left = Date.parse(dueAt) - now;
  const total = Math.floor(Math.abs(left) / 1000);
  return {
    isOver: left < 0,
    hours: Math.floor(total / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
    tone: left < 0 ? 'over' : left <= PRESSING_MS ? 'pressing' : 'calm',
  };
}

/** 09:30, or 1:02:05 past the hour. */
export function clock({ hours, minutes, seconds }: Countdown): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}
