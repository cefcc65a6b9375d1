import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printContract } from './print-contract.ts';
import { printPolicies } from './print-policies.ts';

/** `npm run emit -w api`: writes the committed prints of the contract and of who sees what. */
await writeFile(fileURLToPath(import.meta.resolve('@lxq/schema/schema.graphql')), printContract());
const policies = new URL('sql/policies.generated.sql', import.meta.resolve('@lxq/db/migrate.ts'));
await writeFile(policies, printPolicies());
