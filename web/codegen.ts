import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the whole contract in contract.generated.ts; each X.graphql gets its documents in X.generated.ts beside it. */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['./**/*.graphql', '!./node_modules/**'],
  ignoreNoDocuments: true,
  generates: {
    './contract.generated.ts': { plugins: ['typescript'], config: { ...typing(), onlyOperationTypes: false } },
    './': {
      preset: 'near-operation-file',
      presetConfig: {
        extension: '.generated.ts',
        baseTypesPath: 'contract.generated.ts',
        importTypesNamespace: 'Contract',
      },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: typing(),
    },
  },
};

function typing() {
  return {
    useTypeImports: true,
    enumsAsTypes: true,
    enumType: 'string-literal',
    avoidOptionals: { field: true, object: false, inputValue: false, defaultValue: false },
    immutableTypes: false,
    nonOptionalTypename: false,
    skipTypename: true,
    importExtension: '.ts',
    emitLegacyCommonJSImports: false,
    defaultScalarType: 'unknown',
    strictScalars: true,
    scalars: {
      ID: 'string',
      DateTime: 'string',
      Date: 'string',
      Cursor: 'string',
      RichText: { input: 'unknown', output: 'unknown' },
      SavedFilter: { input: 'Record<string, unknown>', output: 'Record<string, unknown>' },
      PaperBlocks: { input: 'unknown', output: 'unknown' },
      DigestDocument: { input: 'unknown', output: 'unknown' },
    },
  };
}

export default config;
