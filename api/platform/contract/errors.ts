import type { Unmet } from '@lxq/schema/transitions.ts';
import { GraphQLError } from 'graphql';

export type Language = 'zh' | 'en';
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'BAD_INPUT'
  | 'REFUSED'
  | 'BUSY'
  | 'INTERNAL';

/** An error that people may read: a code for programs, a message in both languages, never anything of the inside. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly zh: string;
  readonly en: string;
  readonly detail: Record<string, unknown>;
  constructor(code: ErrorCode, zh: string, en: string, detail: Record<string, unknown> = {}) {
    super(`${code}: ${en}`);
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.detail = detail;
  }
}

export const unauthenticated = () => new CodedError('UNAUTHENTICATED', '请先登录', 'Please sign in');
export const forbidden = () => new CodedError('FORBIDDEN', '当前岗位无此权限', 'Your post does not allow this');
/** What is invisible and what is absent are the same error. */
export const notFound = (zh = '该记录', en = 'record') => new CodedError('NOT_FOUND', `未找到${zh}`, `No such ${en}`);
/** `field` is the input's name in the contract; the message says the remedy. */
export const badInput = (field: string, zh: string, en: string) => new CodedError('BAD_INPUT', zh, en, { field });
/** Somebody else was first. `current` is the row as it stands now, so that both versions can be shown. */
export const conflict = (zh: string, en: string, detail: Record<string, unknown> = {}) =>
  new CodedError('CONFLICT', zh, en, detail);
export const busy = (zh: string, en: string, retryAfter: number) => new CodedError('BUSY', zh, en, { retryAfter });

/** A transition that its guards refuse; names every one of them. */
export function refused(unmet: readonly Unmet[]): CodedError {
  const list = (language: Language) => unmet.map((one) => one[language]).join(language === 'zh' ? '；' : '; ');
  const guards = unmet.map((one) => one.guard);
  return new CodedError('REFUSED', list('zh'), list('en'), {
    unmet: guards,
    unmetZh: unmet.map((one) => one.zh),
    unmetEn: unmet.map((one) => one.en),
  });
}

/** Somebody else changed the row since the caller read it. */
export function checkVersion(row: { version: number }, version: number | null | undefined): void {
  if (version != null && row.version !== version)
    throw conflict('内容已被他人修改，请核对后重试', 'Somebody else changed this; compare and try again', {
      version: row.version,
    });
}

/** The error as the outside may see it: coded errors in the reader's language, everything else masked. */
export function outside(error: unknown, language: Language, mask: (error: unknown) => void): GraphQLError {
  const graphql =
    error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: error as Error });
  const cause = graphql.originalError;
  const told = (message: string, extensions: Record<string, unknown>) => inPlaceOf(graphql, message, extensions);
  const coded = cause instanceof CodedError ? cause : known(cause);
  if (isDiskFull(cause)) mask(cause); // people can only wait: whoever keeps the server has to hear of it
  if (coded) return told(coded[language], { code: coded.code, ...inLanguage(coded.detail, language) });
  const isTheirs = !graphql.path && (!cause || cause instanceof GraphQLError);
  if (isTheirs) return told(graphql.message, { code: 'BAD_INPUT', ...fieldIn(graphql) }); // the caller's own document or variables
  mask(cause ?? graphql);
  const masked = new CodedError(
    'INTERNAL',
    '系统内部错误，请稍后重试',
    'Something went wrong on our side; please try again',
  );
  return told(masked[language], { code: 'INTERNAL' });
}

/** Another error where `error` was. A compiled document tells its lines alone, without the nodes that they come from. */
function inPlaceOf(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  const { path, nodes, source, positions, locations } = error;
  return Object.assign(new GraphQLError(message, { path, nodes, source, positions, extensions }), { locations });
}

/** The input's name, where graphql-js says at which place of a variable the value stands that it refuses. */
function fieldIn({ message }: GraphQLError): { field?: string } {
  const field = / at "(?:[^"]*\.)?(\w+)(?:\[\d+\])?"; /.exec(message)?.[1];
  return field ? { field } : {};
}

/** What the database or the mapper refuse for reasons that a person can act on. */
function known(cause: unknown): CodedError | undefined {
  const name = (cause as { name?: string })?.name ?? '';
  const code = (cause as { code?: string })?.code ?? '';
  if (name === 'OptimisticLockError' || code === '40001' || code === '40P01')
    return conflict('内容已被他人修改，请核对后重试', 'Somebody else changed this; compare and try again');
  if (code === '42501') return forbidden();
  if (UNREADABLE.has(code))
    return new CodedError('BAD_INPUT', '内容格式有误，请核对后重试', 'Something in this cannot be read');
  if (isDiskFull(cause))
    return busy('系统存储空间已满，暂时无法保存，请稍后重试', 'The disk of the system is full; try again later', 60);
  if (code === LOCKED)
    return busy('该记录正被他人使用，请稍后重试', 'Somebody else holds this record; please try again', 3);
  if (TOO_LONG.has(code))
    return busy(
      '这次操作耗时过长，已停止；请缩小范围或稍后重试',
      'This took too long and was stopped; ask for less, or try again later',
      5,
    );
  if (AWAY.has(code) || (cause instanceof Error && LOST.test(cause.message)))
    return busy('系统正在恢复，请稍后重试', 'The system is recovering; please try again', 2);
  return undefined;
}

/** Days that do not exist, forged cursors, characters that no text holds. */
const UNREADABLE = new Set(['22P02', '22P05', '22003', '22007', '22008', '22021', '08P01']);
/** The database gave a statement or a whole transaction up. */
const TOO_LONG = new Set(['57014', '25P04']);
/** The database restarts or is full. */
const AWAY = new Set(['57P01', '57P02', '57P03', '25P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
/** A lock was not had in time. */
export const LOCKED = '55P03';
/** No room on the disk of the database, or on ours. */
export const isDiskFull = (cause: unknown) =>
  ['53100', 'ENOSPC', 'EDQUOT'].includes((cause as { code?: string })?.code ?? '');
/** The driver's own words: it gives no code. */
const LOST = /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/;

const inLanguage = ({ unmetZh, unmetEn, ...detail }: Record<string, unknown>, language: Language) =>
  unmetZh ? { ...detail, unmetMessages: language === 'zh' ? unmetZh : unmetEn } : detail;
