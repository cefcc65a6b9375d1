import { CHANNEL_KINDS, UNIT_CHANNEL_KEEPERS } from '@lxq/schema/notifications/channels.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { vaultKeys } from '../../platform/vault/vault.ts';
import type { Channel } from './channel.entity.ts';
import type { OwnChannels } from './channel.input.ts';
import { sendsMail } from './channel.settings.ts';

/** The viewer's own at whatever post, and those of the unit where they are. */
export async function ofViewer(scope: Scope): Promise<OwnChannels> {
  const [channels, key] = await Promise.all([
    scope.rows<Channel>(
      `select * from notification_channel where county_code = $1 and ended_why is distinct from 'REMOVED' order by added_at, id`,
      [scope.county],
    ),
    scope.row<{ publicKey: string }>('select app.push_key() as public_key', []),
  ]);
  const first = channels.find(({ personId }) => personId);
  const pushKey = key?.publicKey ?? null;
  const isAble = { WECOM: true, DINGTALK: true, WEB_PUSH: pushKey !== null, EMAIL: sendsMail() };
  return {
    channels,
    quiet:
      first?.quietFrom == null || first.quietTo == null
        ? null
        : { from: timeOf(first.quietFrom), to: timeOf(first.quietTo) },
    kinds: vaultKeys().length ? CHANNEL_KINDS.filter((kind) => isAble[kind]) : [],
    pushKey,
    viewerCanKeepUnitChannels: UNIT_CHANNEL_KEEPERS.includes(scope.rights.role),
  };
}

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
