import { startPlatform } from '../platform.ts';
import { UNPACED } from '../serving.ts';
import { storm } from './phone/storm.ts';

/** True when nothing was lost, sent twice, called sent without proof, or left behind. */
export async function phone(
  told: Pick<Parameters<typeof storm>[1], 'reports' | 'kills' | 'seed'>,
  log: (line: string) => void,
): Promise<boolean> {
  const platform = await startPlatform(1, UNPACED);
  try {
    const { killed, lost, twice, unproven, stuck, ...outcome } = await storm(platform, { ...told, log });
    log(
      `${outcome.reports} reports, ${outcome.attachments} attachments; killed: api ${killed.api}, browser ${killed.browser}, page ${killed.tab}; ${outcome.seconds} s`,
    );
    for (const why of outcome.reasons) log(why);
    log(`lost ${lost.length}, twice ${twice.length}, unproven ${unproven.length}, stuck ${stuck.length}`);
    return lost.length + twice.length + unproven.length + stuck.length === 0;
  } finally {
    await platform.stop();
  }
}
