import { SIGNING_CHANGES as CHANGES } from '@lxq/schema/signing/signing-kinds.ts';
import type { ChangeKind } from '../../contract.generated.ts';

/** After these, something else waits to be signed. */
export const SIGNING_CHANGES = CHANGES as readonly ChangeKind[];
