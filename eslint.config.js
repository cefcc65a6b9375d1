import graphql from '@graphql-eslint/eslint-plugin';

const OPERATIONS = 'web/**/*.graphql';
const CONTRACT = 'schema/schema.graphql';

/** Biome looks after the TypeScript; eslint is here for GraphQL only. */
export default [
  { ignores: ['**/node_modules/**', '**/dist/**', '.data/**'] },
  {
    files: [CONTRACT, OPERATIONS],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: CONTRACT, documents: OPERATIONS } },
    },
    plugins: { '@graphql-eslint': graphql },
  },
  {
    files: [CONTRACT],
    rules: {
      '@graphql-eslint/known-type-names': 'error',
      '@graphql-eslint/no-deprecated': 'error',
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/no-unreachable-types': 'error',
      '@graphql-eslint/provided-required-arguments': 'error',
      '@graphql-eslint/require-deprecation-reason': 'error',
      '@graphql-eslint/unique-enum-value-names': 'error',
      '@graphql-eslint/unique-field-definition-names': 'error',
      '@graphql-eslint/unique-type-names': 'error',
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          // Mutations are deeds: submitReport, never updateReport.
          'FieldDefinition[parent.name.value=Mutation]': {
            forbiddenPrefixes: ['update', 'set', 'create', 'delete'],
            // Deeds of the field: the county does not use it; one unit solves it on the spot. Programs know how a token is made by this name.
            ignorePattern: '^(setAside|settle|createToken$)',
          },
        },
      ],
    },
  },
  {
    files: [OPERATIONS],
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/require-selections': 'off', // the read path sends ids where the cache needs them
    },
  },
];
