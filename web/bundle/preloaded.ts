import type { Plugin } from 'vite';

type Html = Exclude<Exclude<Plugin['transformIndexHtml'], undefined>, (...given: never[]) => unknown>;

/**
 * Names in the page what its first script will import next, and that import's own: they come side by side with it
 * instead of one after the other. `entry` is the end of that import's path.
 */
export function preloaded(entry: string): Plugin {
  const handler: Extract<Html, { handler: unknown }>['handler'] = (_html, { bundle = {} }) => {
    const scripts = new Set<string>();
    const sheets = new Set<string>();
    const add = (file: string) => {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk' || scripts.has(file)) return;
      scripts.add(file);
      for (const sheet of chunk.viteMetadata?.importedCss ?? []) sheets.add(sheet);
      for (const next of chunk.imports) add(next);
    };
    for (const [file, chunk] of Object.entries(bundle))
      if (chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.endsWith(entry))) add(file);
    const link = (attrs: Record<string, string | boolean>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
    return [
      ...[...sheets].map((file) => link({ rel: 'stylesheet', crossorigin: true, href: `/${file}` })),
      ...[...scripts].map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `/${file}` })),
    ];
  };
  return { name: 'lxq-preloaded', apply: 'build', transformIndexHtml: { order: 'post', handler } };
}
