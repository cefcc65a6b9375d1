/**
 * What tus-js-client resolves addresses with (web/vite.config.ts): its own parser is for browsers that had none. As that one
 * does, it takes an address of this very page for a base.
 */
export default class PageUrl extends URL {
  constructor(address: string, base: string) {
    super(address, new URL(base, location.href));
  }
}
