import { door, type Rules } from '../sight/sight.rules.ts';

export const sight: Record<string, Rules> = { login: door, session: door, sign_in_failure: door, access_token: door };
