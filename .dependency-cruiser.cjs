const TEST = '[.]test[.]tsx?$';
const FEATURES =
  'network|reports|openings|digests|instructions|cases|alerts|audit|auth|calendar|live|jobs|places|search';

/** A rule: nothing under `from` may import anything under `to`. */
function never(name, comment, from, to) {
  return { name, comment, severity: 'error', from: { path: from }, to: typeof to === 'string' ? { path: to } : to };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    never('schema-imports-nothing', 'The contract stands on its own.', '^schema/', '^(api|db|web|e2e|bin)/'),
    never('db-below-api', 'Entities are handed to db, never fetched by it.', '^db/', '^(api|web|e2e|bin)/'),
    never(
      'api-on-schema-and-db',
      'The server knows neither the browser nor the start scripts.',
      '^api/',
      '^(web|e2e|bin)/',
    ),
    never('web-on-schema', 'The browser sees the contract only.', '^web/', '^(api|db|e2e|bin)/'),
    never('e2e-from-outside', 'Stories see HTTP, the browser and the demo county.', '^e2e/', {
      path: '^(api|web|db|bin)/',
      pathNot: ['^db/demo/', '^db/(cluster|database|migrate|test-database)[.]ts$', '^db/cluster/'],
    }),
    never(
      'bin-starts-things',
      'Start scripts use the settings and the database; the compiled api is loaded by its address.',
      '^bin/',
      {
        path: '^(api|web|e2e)/',
        pathNot: '^api/env[.]ts$',
      },
    ),
    {
      name: 'no-foreign-resolver',
      comment: 'A feature uses another one through its entity or its service, never through its resolver.',
      severity: 'error',
      from: { path: `^api/(${FEATURES})/` },
      to: { path: `^api/(${FEATURES})/.*[.]resolver[.]ts$`, pathNot: '^api/$1/' },
    },
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
    exclude: { path: '(^|/)(node_modules|dist|[.]data)/|[.]generated[.]ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
