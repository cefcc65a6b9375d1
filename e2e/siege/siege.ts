import { parseArgs } from 'node:util';
import prepareTemplate from '../template.setup.ts';
import removeTemplate from '../template.teardown.ts';
import { floods } from './floods.ts';
import { phone } from './phone.ts';
import { worst } from './worst.ts';

/**
 * npm run siege -- floods [attacks] [--seconds 60]: the real thing under each attack, with people at work in it.
 * npm run siege -- worst [--seconds 60] [--seed 1]: the dearest query that the contract lets through.
 * npm run siege -- phone [--reports 1000] [--kills 200] [--seed 1]: a phone sends reports with pictures, while what it needs is killed.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    reports: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '200' },
  },
});
const [kind, ...names] = positionals;
const seconds = Number(values.seconds);
if (!['floods', 'worst', 'phone'].includes(kind ?? '') || !(seconds > 0)) {
  console.error(
    'npm run siege -- floods [words of attacks] [--seconds 60]\nnpm run siege -- worst [--seconds 60] [--seed 1]\nnpm run siege -- phone [--reports 1000] [--kills 200] [--seed 1]',
  );
  process.exit(1);
}
await prepareTemplate();
let fell = 0;
try {
  if (kind === 'floods') fell = await floods(names, seconds, console.log);
  else if (kind === 'worst') fell = (await worst(seconds, Number(values.seed), console.log)) ? 0 : 1;
  else {
    const [reports, kills] = [Number(values.reports), Number(values.kills)];
    fell = (await phone({ reports, kills, seed: Number(values.seed) }, console.log)) ? 0 : 1;
  }
} finally {
  await removeTemplate();
}
process.exit(fell ? 1 : 0);
