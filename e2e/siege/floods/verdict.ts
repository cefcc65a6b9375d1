import type { Outcome } from './siege.ts';

const MEMORY_MB = 300;
const RATIO = 2;
/** With an event counter that is held for 20 s, a report waits that long. */
const RECEIPT_S = 30;

/** Whatever may be said on any machine: counts and what is in memory. */
export function wrongCounts({ attacks, officer, under, colleagues, memory, isReady, seconds }: Outcome): string[] {
  const wrong = attacks.flatMap(({ attack: { name, most }, account: { admitted, tried, faults } }) => [
    ...faults,
    ...(tried ? [] : [`${name}: nothing was tried`]),
    ...(most && admitted > most(seconds) ? [`${name}: ${admitted} admitted, at most ${most(seconds)} may be`] : []),
  ]);
  const kept = colleagues.flatMap((one) => one.kept);
  return [
    ...wrong,
    ...(memory.hasEnded ? ['the server has ended'] : []),
    ...(isReady ? [] : ['the server is not ready afterwards']),
    ...(officer.receipts < officer.sent ? [`${officer.sent - officer.receipts} reports without a receipt`] : []),
    ...(officer.astray ? [`${officer.astray} receipts of reports that are not stored exactly once`] : []),
    ...(under.failed ? [`${under.failed} of the clerk’s ${under.lists} lists failed: ${under.reason}`] : []),
    ...(kept.length ? [`a right password was kept out: ${kept[0]}`] : []),
    ...(memory.peak - memory.before > MEMORY_MB
      ? [`memory grew from ${memory.before.toFixed(0)} to ${memory.peak.toFixed(0)} MB`]
      : []),
  ];
}

/** What takes a machine of its own to say. */
export function wrongTimes(outcome: Outcome): string[] {
  const ratio = ratioOf(outcome);
  return [
    ...(ratio <= RATIO ? [] : [`the clerk’s list takes ${ratio.toFixed(1)} times as long, at most ${RATIO} is right`]),
    ...(outcome.officer.slowest <= RECEIPT_S ? [] : [`a receipt took more than ${RECEIPT_S} s`]),
  ];
}

export const ratioOf = ({ quiet, under }: Outcome) => under.p95 / quiet.p95;
