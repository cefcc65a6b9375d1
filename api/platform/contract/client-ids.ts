import { isUuid } from '../tables/ids.ts';
import { badInput } from './errors.ts';

/** What was made on a device bears the id that the device gave it: under it, it is stored once. */
export function checkClientId(id: string): void {
  if (!isUuid(id)) throw badInput('clientId', '缺少设备编号', 'The client id must be a UUID');
}
