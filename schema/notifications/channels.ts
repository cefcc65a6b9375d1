import { HEADS_OF_UNITS, type Role } from '../roles.ts';

/** Ways by which a notification reaches somebody who does not look. In the app it stands anyway. */
export const CHANNEL_KINDS = ['WECOM', 'DINGTALK', 'WEB_PUSH', 'EMAIL'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** SENT: taken over by whoever carries it on. DELIVERED: it stands in the robot's group. CLIMBED: it came, nobody acknowledged it, and the next were called. */
export const DELIVERY_STATES = ['QUEUED', 'SENT', 'DELIVERED', 'FAILED', 'CLIMBED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Who may give a unit its robot. */
export const UNIT_CHANNEL_KEEPERS: readonly Role[] = [...HEADS_OF_UNITS, 'COUNTY_DIRECTOR'];

export const CHANNEL_LIMITS = {
  address: 1_000,
  secret: 200,
  perPerson: 10,
  /** A person tries a channel of theirs once in so many seconds, whichever it is. */
  trialSeconds: 60,
  /** A code that verifies a mailbox: how long it is, how long it is good for, how often it may be tried, and how soon a person may ask for the next, for whichever mailbox. */
  code: { digits: 8, minutes: 30, tries: 5, apartSeconds: 60 },
  /** A robot takes 20 messages a minute; whoever calls it waits so long for the next. Letters come together. */
  gapMs: { WECOM: 3_200, DINGTALK: 3_200, WEB_PUSH: 3_200, EMAIL: 60_000 } satisfies Record<ChannelKind, number>,
  /** What throttled us is left alone for so long. */
  pauseMs: 60_000,
  /** Nothing is tried any more after that. */
  triedHours: 24,
} as const;

/** What became of a code that somebody has typed. */
export const VERIFICATIONS = ['VERIFIED', 'WRONG', 'EXPIRED', 'SPENT'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** The parameter of a robot's address that says which robot it is. */
export const ROBOT_TOKEN = { WECOM: 'key', DINGTALK: 'access_token' } as const;
/** Where the services that we know of are called; a county's own gateway is named by a setting. */
export const CHANNEL_HOSTS: Record<Exclude<ChannelKind, 'EMAIL'>, RegExp> = {
  WECOM: /^qyapi\.weixin\.qq\.com$/,
  DINGTALK: /^oapi\.dingtalk\.com$/,
  WEB_PUSH:
    /^(fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|[a-z0-9-]+\.push\.apple\.com|[a-z0-9-]+\.notify\.windows\.com|[a-z0-9-]+\.push\.hicloud\.com)$/,
};

/** Minutes of a day in Asia/Shanghai, from half past midnight on: 22:00 as 1320. */
export const MINUTES_OF_DAY = 24 * 60;
