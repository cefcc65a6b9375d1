import { parseArgs } from 'node:util';
import prepareTemplate from '../template.setup.ts';
import removeTemplate from '../template.teardown.ts';
import { floods } from './floods.ts';

/** npm run siege -- floods [attacks] [--seconds 60]: the real thing under each attack, with people at work in it. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' } },
});
const [kind, ...names] = positionals;
const seconds = Number(values.seconds);
if (kind !== 'floods' || !(seconds > 0)) {
  console.error('npm run siege -- floods [words of attacks] [--seconds 60]');
  process.exit(1);
}
await prepareTemplate();
let fell = 0;
try {
  fell = await floods(names, seconds, console.log);
} finally {
  await removeTemplate();
}
process.exit(fell ? 1 : 0);
