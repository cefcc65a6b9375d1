import { LIMITS } from '@lxq/schema/limits.ts';
import { needlesOf } from '@lxq/schema/search/search-tokens.ts';
import type { PaperKind } from '@lxq/schema/searches/papers.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { MAX } from 'uuid';
import { badInput } from '../platform/contract/errors.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { REPORT_WORDS } from '../reports/report.words.ts';
import { SOURCES } from './paper.sources.ts';
import type { PaperHit } from './paper.type.ts';

interface PaperPage {
  kind: PaperKind;
  text: string;
  first: number;
  after: string | null;
}

/** Newest first. */
export async function search(scope: Scope, { kind, text, first, after }: PaperPage): Promise<Connection<PaperHit>> {
  if (visibleLength(text) > LIMITS.search.max) throw badInput('text', ...REPORT_WORDS.searchLong);
  const asked = SOURCES[kind].byNumber(text, scope) ?? byWords(scope, kind, text);
  if (!asked) return connection([], first, () => []);
  const { select, wanted } = asked;
  const [at, id] = decodeCursor(after, 2) ?? ['infinity', MAX];
  const rows = await scope.rows<PaperHit>(
    `select h.*, '${kind}' as kind from (${select} where ${wanted}) h
     where (h.at, h.id) < (${wanted.value(at)}::timestamptz, ${wanted.value(id)}::uuid) order by h.at desc, h.id desc limit ${pageBucket(pageSize(first))}`,
    wanted.values,
  );
  return connection(rows, first, (hit) => [hit.at.toISOString(), hit.id]);
}

function byWords(scope: Scope, kind: PaperKind, text: string) {
  const needles = needlesOf(text);
  if (!needles.length) throw badInput('text', ...REPORT_WORDS.searchShort);
  return SOURCES[kind].byWords?.(needles, scope);
}
