import { STATIC_STEPS } from './static-steps.ts';
import { report, runSteps } from './steps.ts';

/** The fast half of the tests: what needs no database and no browser. */
report(await runSteps(STATIC_STEPS));
