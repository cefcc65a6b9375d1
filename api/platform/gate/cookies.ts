/**
 * What browsers keep for us, HttpOnly, so that no script reads it. `__Host-` where the whole deployment is https: then neither a page
 * of a sister domain nor one without TLS can plant a cookie of that name, and the plain name is not looked at.
 */
export interface Cookies {
  isSecure: boolean;
  /** The token. */
  session: string;
  /** The marks of accounts that have signed in on this device. */
  devices: string;
}
const known = new WeakMap<readonly string[], Cookies>();
export function cookiesOf(origins: readonly string[]): Cookies {
  const cookies = known.get(origins) ?? namedFor(origins);
  known.set(origins, cookies);
  return cookies;
}
function namedFor(origins: readonly string[]): Cookies {
  const isSecure = origins.every((origin) => origin.startsWith('https:'));
  const prefix = isSecure ? '__Host-' : '';
  return { isSecure, session: `${prefix}lxq_session`, devices: `${prefix}lxq_devices` };
}

export const cookieOf = (header = '', name: string): string | undefined =>
  new RegExp(`(?:^|;\\s*)${name}=([\\w.~-]{1,500})(?:;|$)`).exec(header)?.[1];

/** No sign of a cookie's own, and none of a mark's. */
const BETWEEN = '~';
export const marksOf = (value = ''): string[] => value.split(BETWEEN).filter(Boolean);
export const joined = (marks: readonly string[]): string => marks.join(BETWEEN);
/** As long as browsers keep anything. */
export const DEVICE_DAYS = 400;
