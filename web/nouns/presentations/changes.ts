import { heardOf } from '@lxq/schema/change-kinds.ts';
import type { ChangeKind } from '../../contract.generated.ts';

/** After these, what lies before leaders is no longer what a screen shows. */
export const PRESENTATION_CHANGES = heardOf('presentations') as readonly ChangeKind[];
