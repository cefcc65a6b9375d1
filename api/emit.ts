import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printContract } from './print-contract.ts';

/** `npm run emit -w api`: writes the committed print of the contract. */
await writeFile(fileURLToPath(import.meta.resolve('@lxq/schema/schema.graphql')), printContract());
