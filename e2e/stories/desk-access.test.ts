import { beforeAll, expect, test } from '@jest/globals';
import { faultsOnTheWay, type Screen, type Variant, variantsOn, walkerOf } from './access.ts';
import { photographed } from './attached.ts';
import { deskRounds, type Round } from './desk-screens.ts';
import { arrive, DESK, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

let rounds: Round[];
beforeAll(async () => {
  const report = await photographed(platform.url, browser);
  rounds = await deskRounds(platform.url, report);
}, 240_000);

/** Of the many screens, two are looked at at a time: as many as CI has processors. */
const AT_ONCE = 2;
/**
 * `whole` for every screen at a desk and on a phone, in every language and size, which takes minutes; a word of the screens' names for
 * those alone. Without it every other screen is seen at a desk in Chinese, and those between on a phone in large English.
 */
const { WALK } = process.env;

interface Leg {
  account: string;
  screens: readonly Screen[];
  device: typeof DESK;
  variants: readonly Variant[];
}
const legsOf = ([account, screens]: Round): Leg[] =>
  [DESK, PHONE].map((device, half) => ({
    account,
    device,
    screens: screens.filter(([name], i) => (WALK ? WALK === 'whole' || name.includes(WALK) : i % 2 === half)),
    variants: variantsOn(device),
  }));

test('axe finds nothing on any desk screen, at a desk and on a phone, in zh and en at 100 % and 200 %, and none is wider than its screen', async () => {
  const found: Record<string, string[]> = {};
  const legs = rounds.flatMap(legsOf).filter(({ screens }) => screens.length > 0);
  expect(legs).not.toEqual([]); // no screen is called by that word
  const waiting = legs.values();
  const walk = async () => {
    for (const { account, screens, device, variants } of waiting) {
      const person = await arrive(browser, platform.url, account, device);
      const faults = await faultsOnTheWay(await walkerOf(person, platform.url), screens, variants);
      for (const [where, what] of Object.entries(faults)) found[`${account}, ${device.width} px: ${where}`] = what;
      await person.context.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  expect(found).toEqual({});
}, 1_200_000);
