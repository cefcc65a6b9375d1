import { startPlatform } from '../platform.ts';
import { UNPACED } from '../serving.ts';
import { storm } from './phone/storm.ts';

/** True when nothing was lost, sent twice, called sent without proof, or left behind. */
export async function phone(seed: number, log: (line: string) => void): Promise<boolean> {
  const platform = await startPlatform(1, UNPACED);
  try {
    const { killed, lost, twice, unproven, stuck, ...outcome } = await storm(platform, {
      reports: 1_000,
      kills: 200,
      seed,
      log,
    });
    log(
      `${outcome.reports} reports, ${outcome.attachments} attachments; killed: api ${killed.api}, browser ${killed.browser}, page ${killed.tab}; ${outcome.seconds} s`,
    );
    log(`lost ${lost.length}, twice ${twice.length}, unproven ${unproven.length}, stuck ${stuck.length}`);
    return lost.length + twice.length + unproven.length + stuck.length === 0;
  } finally {
    await platform.stop();
  }
}
