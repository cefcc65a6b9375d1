const { readFileSync } = require('node:fs');

const TEST = '[.]test[.]tsx?$';
/** Tests and what they share may look at everything of their own workspace. */
const TESTS = '[.]test[.]tsx?$|[.]testing[.]ts$|^api/(testing|sight)/';
/** The api's rooms below its root: one a noun, beside `platform`, which knows none. */
const NOUN = '^api/(?!platform/|testing/|sight/)([a-z]+)/';
/** Each may use those before it: the line stands once, in api/nouns.ts. */
const LINE = /nouns: Parts\[\] = \[([^\]]+)\]/
  .exec(readFileSync(`${__dirname}/api/nouns.ts`, 'utf8'))[1]
  .split(',')
  .map((noun) => noun.trim())
  .filter(Boolean);
const SCHEMA_NOUNS = LINE.join('|');
const COMPOSITION = '^api/[a-z-]+[.]ts$';

/** A rule: nothing under `from` may import anything under `to`. */
function never(name, comment, from, to) {
  const place = (given) => (typeof given === 'string' || Array.isArray(given) ? { path: given } : given);
  return { name, comment, severity: 'error', from: place(from), to: place(to) };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other, were it only for a type, are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    never('schema-imports-nothing', 'The contract stands on its own.', '^schema/', '^(api|db|web|e2e|bench|bin)/'),
    never('db-below-api', 'Entities are handed to db, never fetched by it.', '^db/', '^(api|web|e2e|bench|bin)/'),
    never(
      'api-on-schema-and-db',
      'The server knows neither the browser nor the start scripts.',
      '^api/',
      '^(web|e2e|bench|bin)/',
    ),
    never('web-on-schema', 'The browser sees the contract only.', '^web/', '^(api|db|e2e|bench|bin)/'),
    never('e2e-from-outside', 'Stories see HTTP, the browser and the demo county.', '^e2e/', {
      path: '^(api|web|db|bench|bin)/',
      pathNot: ['^db/demo/', '^db/(cluster|database|migrate|test-database)[.]ts$', '^db/cluster/'],
    }),
    never(
      'bench-from-outside',
      'Measures see HTTP, the browser and the demo county; they start and ask as stories do.',
      '^bench/',
      {
        path: '^(api|web|db|bin|e2e)/',
        pathNot: [
          '^db/demo/',
          '^db/(calendar|cluster|database|migrate)[.]ts$',
          '^e2e/(platform|serving|browser|client-wire|first-paint|median|npm-start|siege/sending)[.]ts$',
        ],
      },
    ),
    never(
      'bin-starts-things',
      'Start scripts use the settings and the database; the compiled api is loaded by its address.',
      '^bin/',
      {
        path: '^(api|web|e2e|bench)/',
        pathNot: '^(api/env|web/i18n/words[.]zh)[.]ts$',
      },
    ),
    never(
      'platform-knows-no-noun',
      'platform/ is what every noun stands on: a noun hands it what it needs (registers a frame, a job, a loader).',
      { path: '^api/platform/', pathNot: TESTS },
      { path: [NOUN, COMPOSITION], pathNot: '^api/env[.]ts$' },
    ),
    ...LINE.slice(0, -1).map((noun, at) =>
      never(
        `${noun}-stands-below`,
        'Nouns stand in line: the upper shows itself on the lower (a field resolver of its own, standsBeside, a follow-up), which does not know it.',
        { path: `^api/${noun}/`, pathNot: TESTS },
        `^api/(${LINE.slice(at + 1).join('|')})/`,
      ),
    ),
    ...['schema', 'web/nouns'].flatMap((room) =>
      LINE.slice(0, -1).map((noun, at) =>
        never(
          `${room}-${noun}-stands-below`,
          'Nouns stand in the same line in schema/ and web/nouns/ as in api/nouns.ts: each may use those before it.',
          { path: `^${room}/${noun}/`, pathNot: TESTS },
          `^${room}/(${LINE.slice(at + 1).join('|')})/`,
        ),
      ),
    ),
    never(
      'every-noun-has-its-place',
      'A new noun is put into the line above: it may use those before it.',
      `^api/(?!(${LINE.join('|')}|platform|testing|sight)/)[a-z]+/`,
      {},
    ),
    never(
      'composition-is-on-top',
      'Nouns are put together at the root of api/; none of them imports what puts it together.',
      { path: NOUN, pathNot: TESTS },
      { path: COMPOSITION, pathNot: '^api/env[.]ts$' },
    ),
    never(
      'no-foreign-resolver',
      'A noun uses another one through its entity, its service or its loaders, never through its resolver.',
      { path: NOUN, pathNot: TESTS },
      { path: '^api/.*[.]resolver[.]ts$', pathNot: '^api/$1/' },
    ),
    never(
      'web-ground-floor',
      'web/i18n and web/ui draw for everybody: they know no session, no server, no noun and no screen.',
      '^web/(i18n|ui)/',
      '^web/(session|device|live|deeds|nouns|screens|app)/',
    ),
    never(
      'web-below-nouns',
      'session/, device/, live/ and deeds/ carry what nouns show; they know no noun and no screen.',
      '^web/(session|device|live|deeds)/',
      '^web/(nouns|screens|app)/',
    ),
    never(
      'web-nouns-below-screens',
      'A noun is shown by screens and knows none.',
      '^web/nouns/',
      '^web/(screens|app)/',
    ),
    never(
      'web-screen-to-screen',
      'What two screens show belongs to its noun (web/nouns) or, when it knows none, to web/ui.',
      '^web/screens/([^/]+)/',
      { path: '^web/(screens|app)/', pathNot: '^web/screens/$1/' },
    ),
    never(
      'no-tools-of-tests',
      'What only tests use (api/testing, api/sight, a noun’s ….testing.ts, the clock that moves, the demo) is not for what runs.',
      { path: '^(api|db)/', pathNot: [TESTS, '^db/demo/', '^db/test-'] },
      ['^api/(testing|sight)/', '[.]testing[.]ts$', '^db/test-', '^db/demo/'],
    ),
    never(
      'ground-knows-no-noun-of-the-contract',
      'platform/, web/ui, web/live, web/session and web/deeds carry every noun: what one noun’s rules say (schema/<noun>/) is handed to them.',
      { path: '^(api/platform|web/(ui|live|session|deeds))/', pathNot: TESTS },
      `^schema/(${SCHEMA_NOUNS})/`,
    ),
    never(
      'schema-ground-knows-no-noun',
      'What stands at the root of schema/ serves every noun; only nouns.ts and change-kinds.ts put them together.',
      { path: '^schema/[a-z-]+[.]ts$', pathNot: [TESTS, '^schema/(nouns|change-kinds)[.]ts$'] },
      `^schema/(${SCHEMA_NOUNS})/`,
    ),
    {
      name: 'no-tests-imported',
      comment: 'A test is nobody’s library.',
      severity: 'error',
      from: {},
      to: { path: TEST },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    exclude: { path: '(^|/)(node_modules|dist|[.]data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
