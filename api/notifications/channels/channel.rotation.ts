import type { ChannelKind } from '@lxq/schema/notifications/channels.ts';
import type { SealedRow, SealedTable } from '../../platform/vault/rotation.ts';
import { markOf } from '../../platform/vault/vault.ts';
import { openPushKey, sealPushKey } from '../delivering/push.ts';
import { openAddress, sealAddress } from './channel.address.ts';

/** With another key an address has another mark. */
export const CHANNELS: SealedTable<SealedRow & { kind: ChannelKind }> = {
  ...{ table: 'notification_channel', id: 'id', bound: 'kind' },
  renew: (row, keys) => {
    const address = openAddress(row, row, keys);
    return address && { ...sealAddress(address, row, keys), mark: markOf(address.url, keys) };
  },
};
export const PUSH_KEYS: SealedTable = {
  table: 'push_key',
  renew: (row, keys) => {
    const key = openPushKey(row, row.countyCode, keys);
    return key === null ? null : sealPushKey(key, row.countyCode, keys);
  },
};
