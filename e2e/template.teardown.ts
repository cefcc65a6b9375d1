import { rm } from 'node:fs/promises';
import { clusterOfTests, FOLDER_VARIABLE } from './platform.ts';

export default async function removeTemplate(): Promise<void> {
  await globalThis.stopTemplate?.();
  if (process.env[FOLDER_VARIABLE]) return; // whoever gave it removes it
  await rm(clusterOfTests().folder, { recursive: true, force: true });
}
