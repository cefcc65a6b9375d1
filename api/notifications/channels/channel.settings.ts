import { CHANNEL_HOSTS, type ChannelKind } from '@lxq/schema/notifications/channels.ts';

/** What whoever runs the server has set of channels. */
export interface ChannelSettings {
  /** A county's own gateways: called though they are no known service, in clear or inside the house. */
  origins: readonly string[];
  /** `smtps://user:password@host`; none, and no mail is sent. */
  smtpUrl?: string | undefined;
  smtpFrom?: string | undefined;
  /** Where people open the app. */
  appOrigin: string;
}

let settings: ChannelSettings = { origins: [], appOrigin: 'http://localhost' };
export function useChannelSettings(given: ChannelSettings): void {
  settings = given;
}
export const channelSettings = (): ChannelSettings => settings;
export const sendsMail = (): boolean => Boolean(settings.smtpUrl && settings.smtpFrom);

/** Named by a setting: its address may be one inside the house. */
export const isOwnGateway = (url: URL): boolean => settings.origins.includes(url.origin);

/** Whether an address may be called at all, so that nobody makes the server call what only the server reaches. */
export function mayCall(kind: Exclude<ChannelKind, 'EMAIL'>, url: URL): boolean {
  if (url.username || url.password) return false;
  if (isOwnGateway(url)) return true;
  return url.protocol === 'https:' && url.port === '' && CHANNEL_HOSTS[kind].test(url.hostname);
}
