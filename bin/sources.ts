import { watch } from 'node:fs';
import path from 'node:path';
import { ROOT } from './environment.ts';

const SETTLED_MS = 150; // an editor that saves, or git, touches several files at once

/** Calls `act` after TypeScript, GraphQL or SQL sources below `folders` have changed; never twice at the same time. */
export function whenSourcesChange(folders: string[], act: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(act);
    }, SETTLED_MS);
  };
  for (const folder of folders) {
    watch(path.join(ROOT, folder), { recursive: true }, (_, file) => {
      if (file && isSource(file)) later();
    });
  }
}

function isSource(file: string): boolean {
  return /\.(ts|graphql|sql)$/.test(file) && !/(^|[\\/])(dist|node_modules)[\\/]/.test(file);
}
