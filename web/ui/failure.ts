export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'BAD_INPUT'
  | 'REFUSED'
  | 'BUSY'
  | 'INTERNAL'
  /** No answer came. */
  | 'OFFLINE'
  /** Somebody else answered: a network's sign-in page, a proxy. */
  | 'FOREIGN'
  /** Something on the way let it not pass (403), or found it too large (413). */
  | 'BLOCKED'
  | 'TOO_LARGE'
  /** The text has arrived; the server has refused one of its attachments, or the phone cannot read it any more. */
  | 'ATTACHMENT'
  | 'PART_LOST'
  /** The phone has no room, or stores nothing. */
  | 'PHONE_FULL';

/** An error as screens know it: a code to decide by, and what our own server said. Shown only by `useFailureWords`. */
export interface Failure {
  code: FailureCode;
  /** Our server's own words in the reader's language; empty when it has said nothing that is meant for people. */
  said: string;
  unmet: string[];
  extensions: Record<string, unknown>;
}

/** Thrown where no client of a library stands between: the failure as it is. */
export class AskFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

interface CodedError {
  message: string;
  path?: unknown;
  extensions?: Record<string, unknown> | undefined;
}

/** What the contract promises. */
const CODES = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'BAD_INPUT',
  'REFUSED',
  'BUSY',
  'INTERNAL',
]);
/** What a server's library may say before our own code is reached. */
const OF_LIBRARY = /^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|BAD_REQUEST)$/;

export const failed = (code: FailureCode): Failure => ({ code, said: '', unmet: [], extensions: {} });

/** Of whatever was thrown; a failure is itself. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AskFailed) return error.failure;
  if (isFailure(error)) return error;
  const answer = apolloAnswer(error);
  if (answer.errors?.[0]) return failureOfGraphQL(answer.errors[0]);
  if (answer.bodyText !== undefined) return failureOfAnswer(answer.statusCode ?? 0, answer.bodyText);
  return failed(isLostConnection(error) ? 'OFFLINE' : 'INTERNAL');
}

const isFailure = (thing: unknown): thing is Failure =>
  typeof thing === 'object' && thing !== null && 'said' in thing && 'unmet' in thing;

/** Apollo's errors are told by their names: their classes would bring the whole client to the sign-in page. */
function apolloAnswer(error: unknown): { errors?: CodedError[]; statusCode?: number; bodyText?: string } {
  const isApollo = error instanceof Error && /^(CombinedGraphQLErrors|ServerError|ServerParseError)$/.test(error.name);
  return isApollo ? (error as object) : {};
}

/** What fetch throws when no answer came: a TypeError, or an abort by a time limit. */
const isLostConnection = (error: unknown) =>
  error instanceof TypeError || (error instanceof DOMException && /^(Abort|Timeout|Network)Error$/.test(error.name));

export function failureOfGraphQL(error: CodedError): Failure {
  const { message, extensions = {} } = error;
  const code = String(extensions.code ?? '');
  if (isOfRequest(error, code)) return failed('BAD_INPUT');
  if (!CODES.has(code)) return failed('INTERNAL');
  const unmet = Array.isArray(extensions.unmetMessages) ? extensions.unmetMessages.map(String) : [];
  return { code: code as FailureCode, said: message, unmet, extensions };
}

/** Of our own document or variables, in a programmer's words: it names neither a field to put right nor a place in the answer. */
const isOfRequest = ({ path, extensions }: CodedError, code: string) =>
  OF_LIBRARY.test(code) || (code === 'BAD_INPUT' && path === undefined && extensions?.field === undefined);

/** An answer that is not the data asked for. Only a GraphQL error of our contract in its body is our server's word. */
export function failureOfAnswer(status: number, body: string, retryAfter = 0): Failure {
  const error = codedErrorIn(body);
  const failure = error ? failureOfGraphQL(error) : failed(codeOfStatus(status));
  return retryAfter > 0 ? { ...failure, extensions: { retryAfter, ...failure.extensions } } : failure;
}

/** Seconds to wait, of the header Retry-After: a number, or an instant beside the answer's own, whatever clock the device has. */
export function retryAfterIn(header: (name: string) => string | null | undefined): number {
  const told = header('retry-after') ?? '';
  if (/^\d+$/.test(told)) return Number(told);
  const seconds = (Date.parse(told) - Date.parse(header('date') ?? '')) / 1_000;
  return seconds > 0 ? Math.ceil(seconds) : 0;
}

function codedErrorIn(body: string): CodedError | undefined {
  try {
    const [first] = (JSON.parse(body) as { errors?: CodedError[] }).errors ?? [];
    return typeof first?.message === 'string' && typeof first.extensions?.code === 'string' ? first : undefined;
  } catch {
    return undefined; // a page for people
  }
}

/** A number alone may be anybody's: a 401 is no word of ours. */
function codeOfStatus(status: number): FailureCode {
  if ([429, 502, 503, 504].includes(status)) return 'BUSY';
  if (status === 403) return 'BLOCKED';
  if (status === 413) return 'TOO_LARGE';
  return status === 500 ? 'INTERNAL' : 'FOREIGN';
}

/** The same may go well the next time, without anybody changing anything. */
export const mayHeal = ({ code }: Failure): boolean => HEALING.has(code);
const HEALING: ReadonlySet<FailureCode> = new Set(['OFFLINE', 'FOREIGN', 'BLOCKED', 'BUSY', 'INTERNAL']);
