import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '../../env.ts';
import type { Language } from '../contract/errors.ts';
import { cookieOf, cookiesOf, DEVICE_DAYS, joined, marksOf } from '../gate/cookies.ts';
import * as gate from '../gate/gate.ts';
import type { Comer } from '../gate/pace.ts';
import type { Caller } from '../scope/caller.ts';

type Settings = Pick<Env, 'PUBLIC_ORIGIN' | 'SESSION_TTL_HOURS'>;

/** Who sends a request to a paced route. A class, because one is made for each: what few requests ask for costs the others nothing. */
export class HttpCaller implements Caller {
  readonly language: Language;
  readonly address: string;
  readonly tokenHash: string | null;
  readonly sessionHours: number;
  private readonly env: Settings;
  private readonly request: FastifyRequest;
  private readonly reply: FastifyReply;

  constructor(env: Settings, request: FastifyRequest, reply: FastifyReply) {
    this.language = gate.languageOf(request.headers);
    this.address = request.ip;
    this.tokenHash = request.tokenHash;
    this.sessionHours = env.SESSION_TTL_HOURS;
    this.env = env;
    this.request = request;
    this.reply = reply;
  }

  get userAgent(): string | undefined {
    return this.request.headers['user-agent'];
  }
  get comer(): Comer {
    return this.request.comer;
  }
  setToken(token: string | null): void {
    this.keep(cookiesOf(this.env.PUBLIC_ORIGIN).session, token, this.sessionHours * 3600);
    // Not "storage": what an officer has written and not sent yet lies there. Not "cookies": the device stays known.
    if (!token) this.reply.header('clear-site-data', '"cache"');
  }
  onGone(tell: () => void): () => void {
    const { raw } = this.reply;
    const onClose = () => raw.writableFinished || tell();
    raw.once('close', onClose);
    return () => void raw.off('close', onClose);
  }
  get marks(): readonly string[] {
    return marksOf(cookieOf(this.request.headers.cookie, cookiesOf(this.env.PUBLIC_ORIGIN).devices));
  }
  setMarks(marks: readonly string[], personId: string): void {
    if (marks[0]) gate.rememberDevice(marks[0], personId); // the one that was just given
    this.keep(cookiesOf(this.env.PUBLIC_ORIGIN).devices, joined(marks), DEVICE_DAYS * 86_400);
  }

  private keep(name: string, value: string | null, seconds: number): void {
    const secure = cookiesOf(this.env.PUBLIC_ORIGIN).isSecure || this.request.protocol === 'https';
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
    if (value) this.reply.setCookie(name, value, { ...options, maxAge: seconds });
    else this.reply.clearCookie(name, options);
  }
}
