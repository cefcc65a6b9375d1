import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A setting that cannot be used as it stands; the message is one line and begins with the setting's name. */
export class BadSetting extends Error {}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const whole = (least: number, most: number, standard: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be a whole number from ${least} to ${most}`)
    .default(standard);

const postgresUrl = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:$/.test(protocol(value)),
    'must look like postgres://user:password@host:5432/database',
  );

const smtpUrl = z
  .string()
  .refine((value) => /^smtps?:$/.test(protocol(value)), 'must look like smtps://user:password@mail.example.cn:465');

const origins = z.string().transform((list, context) => {
  const given = list.split(',').map((origin) => origin.trim().replace(/\/$/, ''));
  for (const origin of given) {
    if (/^https?:$/.test(protocol(origin)) && new URL(origin).origin === origin) continue;
    context.addIssue({
      code: 'custom',
      message: 'must be addresses like https://report.example.cn, separated by commas',
    });
  }
  return given;
});

/** `true`, `false`, the number of proxies in front, or the addresses and networks they call from. */
const proxies = z.string().transform((value) => {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^\d+$/.test(value) ? Number(value) : value;
});

const KEY_BYTES = 32;
/** `id:key`, the key as base64 of 32 bytes, several parted by commas or lines. What is said of a bad one shows nothing of it. */
const contactKeys = z.string().transform((list, context) => {
  const given = list.split(/[\s,]+/).map((one) => {
    const [id = '', text = '', ...more] = one.split(':');
    return { id, key: Buffer.from(text, 'base64'), isSound: more.length === 0 && /^[\w-]{1,32}$/.test(id) };
  });
  const isSound = given.every((one) => one.isSound && one.key.length === KEY_BYTES);
  if (!isSound || new Set(given.map(({ id }) => id)).size < given.length)
    context.addIssue({
      code: 'custom',
      message: 'must be keys like 2026:(base64 of 32 bytes), separated by commas, each under a name of its own',
    });
  return given.map(({ id, key }) => ({ id, key }));
});

/** Every setting there is; `.env.example` explains each one. */
const settings = z.object({
  PORT: whole(0, 65535, 4000),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  PUBLIC_ORIGIN: origins.optional(),
  TRUST_PROXY: proxies.default(false),
  DATA_DIR: z.string().min(1, 'must not be empty').default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  APP_DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOL: whole(12, 400, 40),
  DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  CONTACT_KEYS: contactKeys.optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must look like https://s3.example.cn' }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_KEY: z.string().optional(),
  S3_SECRET: z.string().optional(),
  ATTACHMENT_SCANNER: z
    .url({ protocol: /^tcp$/, error: 'must look like tcp://127.0.0.1:3310' })
    .refine((value) => /:\d+$/.test(value), 'must name a port, like tcp://127.0.0.1:3310')
    .optional(),
  CHANNEL_ORIGINS: origins.optional(),
  SMTP_URL: smtpUrl.optional(),
  SMTP_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'must be an e-mail address')
    .optional(),
  SOCKETS_PER_ADDRESS: whole(1, 1_000_000, 1_000),
  ANONYMOUS_SOCKETS_PER_ADDRESS: whole(1, 1_000_000, 40),
  WORK_PER_SECOND: whole(10, 1_000_000, 100),
  SESSION_TTL_HOURS: whole(1, 24 * 90, 24 * 14),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('info'),
});

export const SETTING_NAMES = Object.keys(settings.shape) as (keyof typeof settings.shape)[];

export type Env = Omit<z.output<typeof settings>, 'PUBLIC_ORIGIN'> & {
  /** The addresses that browsers may reach us under; requests from pages of other origins are refused. */
  PUBLIC_ORIGIN: string[];
};

/** Reads every setting once. An empty value counts as not given; `NAME_FILE` gives NAME from a file, for secrets. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const values = Object.fromEntries(SETTING_NAMES.map((name) => [name, read(name, source)]));
  const parsed = settings.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BadSetting(`${String(issue?.path[0])} ${issue?.message}`);
  }
  const { PORT, S3_BUCKET, S3_KEY, S3_SECRET } = parsed.data;
  if (S3_BUCKET && !(S3_KEY && S3_SECRET)) throw new BadSetting('S3_BUCKET needs S3_KEY and S3_SECRET');
  const local = [`http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`];
  return { ...parsed.data, PUBLIC_ORIGIN: parsed.data.PUBLIC_ORIGIN ?? local };
}

function read(name: string, source: Record<string, string | undefined>): string | undefined {
  const file = source[`${name}_FILE`];
  if (!file) return source[name]?.trim() || undefined;
  if (source[name]) throw new BadSetting(`${name} is given twice, in ${name} and in ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new BadSetting(`${name}_FILE cannot be read: ${(error as Error).message}`);
  }
}

function protocol(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}
