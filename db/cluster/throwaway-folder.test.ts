import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { throwawayFolder } from './throwaway-folder.ts';

test('a folder of tests that were killed goes when the next begin, and one of tests that still run stays', async () => {
  const running = await throwawayFolder();
  const place = path.dirname(running);
  const { pid } = spawnSync(process.execPath, ['--version']);
  const orphan = `lxq-tests-${pid}-left`;
  await mkdir(path.join(place, orphan, 'pg'), { recursive: true });
  const next = await throwawayFolder();
  const left = await readdir(place);
  expect(left).toEqual(expect.arrayContaining([path.basename(running), path.basename(next)]));
  expect(left).not.toContain(orphan);
  for (const folder of [running, next]) await rm(folder, { recursive: true });
});
