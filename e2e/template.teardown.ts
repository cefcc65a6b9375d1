import { rm } from 'node:fs/promises';
import { clusterOfTests } from './platform.ts';

export default async function removeTemplate(): Promise<void> {
  await globalThis.stopTemplate?.();
  await rm(clusterOfTests().folder, { recursive: true, force: true });
}
