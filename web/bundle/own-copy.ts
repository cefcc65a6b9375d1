import type { Plugin } from 'vite';

const COPY = '?copy';
const LIBRARY = /[\\/]node_modules[\\/]graphql[\\/]/;
const TAKERS = /[\\/]node_modules[\\/](@graphiql|graphiql|codemirror-graphql|graphql-language-service)[\\/]/;

/**
 * Gives the explorer a copy of graphql to itself. It takes nearly all of it, and in one copy with the screens every phone would
 * fetch what only the explorer needs.
 */
export const ownCopy = (): Plugin => ({
  name: 'own-copy',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!importer) return null;
    const isWithin = importer.endsWith(COPY);
    if (!isWithin && !(TAKERS.test(importer) && /^graphql(\/|$)/.test(source))) return null;
    const found = await this.resolve(source, importer.replace(COPY, ''), { ...options, skipSelf: true });
    return found && LIBRARY.test(found.id) ? { ...found, id: found.id + COPY } : found;
  },
});
