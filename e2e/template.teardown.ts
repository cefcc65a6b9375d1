import { rm } from 'node:fs/promises';
import { TEMPLATE_VARIABLE } from './platform.ts';

export default async function removeTemplate(): Promise<void> {
  await rm(process.env[TEMPLATE_VARIABLE] as string, { recursive: true, force: true });
}
