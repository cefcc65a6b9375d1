import { heardOf } from '@lxq/schema/change-kinds.ts';
import type { ChangeKind } from '../../contract.generated.ts';

/** After these, requests are no longer what a screen shows. */
export const OPENING_CHANGES = [...heardOf('openings'), 'REPORT_WITHDRAWN'] as readonly ChangeKind[];
