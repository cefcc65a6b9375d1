export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'BAD_INPUT'
  | 'REFUSED'
  | 'BUSY'
  | 'OFFLINE'
  | 'INTERNAL';

/** An error as a screen can show it: a code to decide by, the server's words, and the guards that did not hold. */
export interface Failure {
  code: FailureCode;
  message: string;
  unmet: string[];
  extensions: Record<string, unknown>;
}

/** Thrown where no client of a library stands between: the failure as it is. */
export class AskFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

interface CodedError {
  message: string;
  extensions?: Record<string, unknown> | undefined;
}

const CODES = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'BAD_INPUT',
  'REFUSED',
  'BUSY',
]);
/** What a server's library may say before our own code is reached. */
const SYNONYMS: Record<string, FailureCode> = {
  BAD_USER_INPUT: 'BAD_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_INPUT',
  BAD_REQUEST: 'BAD_INPUT',
};

export function failureOf(error: unknown): Failure {
  if (error instanceof AskFailed) return error.failure;
  const answer = apolloAnswer(error);
  if (answer.errors?.[0]) return failureOfGraphQL(answer.errors[0]);
  if (answer.bodyText !== undefined) return failureOfAnswer(answer.statusCode ?? 0, answer.bodyText);
  return { code: isLostConnection(error) ? 'OFFLINE' : 'INTERNAL', message: wordsOf(error), unmet: [], extensions: {} };
}

/** Apollo's errors are told by their names: their classes would bring the whole client to the sign-in page. */
function apolloAnswer(error: unknown): { errors?: CodedError[]; statusCode?: number; bodyText?: string } {
  const isApollo = error instanceof Error && /^(CombinedGraphQLErrors|ServerError)$/.test(error.name);
  return isApollo ? (error as object) : {};
}

/** What fetch throws when no answer came: a TypeError, or an abort by a time limit. */
const isLostConnection = (error: unknown) =>
  error instanceof TypeError || (error instanceof DOMException && /^(Abort|Timeout|Network)Error$/.test(error.name));
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : '');

export function failureOfGraphQL({ message, extensions = {} }: CodedError): Failure {
  const given = String(extensions.code ?? '');
  const code = CODES.has(given) ? (given as FailureCode) : (SYNONYMS[given] ?? 'INTERNAL');
  const unmet = Array.isArray(extensions.unmetMessages) ? extensions.unmetMessages.map(String) : [];
  return { code, message, unmet, extensions };
}

/** An answer with an error status; GraphQL errors may stand in its body. */
export function failureOfAnswer(status: number, body: string): Failure {
  try {
    const first = (JSON.parse(body) as { errors?: CodedError[] }).errors?.[0];
    if (first) return failureOfGraphQL(first);
  } catch {
    // A proxy's HTML page: the status alone tells.
  }
  const code: FailureCode = status === 401 ? 'UNAUTHENTICATED' : status === 429 ? 'BUSY' : 'INTERNAL';
  return { code, message: `HTTP ${status}`, unmet: [], extensions: {} };
}
