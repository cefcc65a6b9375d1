import { plainText } from '@lxq/schema/digests/rich-text.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { portfolioById } from '../../network/network.loaders.ts';
import { badInput, conflict, notFound, refused } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid, newId } from '../../platform/tables/ids.ts';
import { beginEdit, finishEdit, hold } from '../digest.deed.ts';
import type { Digest } from '../digest.entity.ts';
import { checkBody, checkIds, checkTitle, type DigestItemInput } from '../digest.input.ts';
import { digestById, isIssued, itemById } from '../digest.loaders.ts';
import { DIGEST_WORDS } from '../digest.words.ts';
import { noteVersion } from '../issuing/digest-version.service.ts';
import { choose } from '../pictures/digest-picture.service.ts';
import { DigestItem } from './digest-item.entity.ts';
import { link, room } from './digest-source.service.ts';

const noItem = () => notFound(...DIGEST_WORDS.item);

/** Stores an item as a clerk wrote it; upon an older version it is a CONFLICT that shows what stands there now. */
export async function save(scope: Scope, digestId: string, input: DigestItemInput): Promise<DigestItem> {
  const words = { title: checkTitle(input.title), ...bodyOf(input.body) };
  const digest = await hold(scope, digestId);
  const item = input.id ? await find(scope, digest, input.id, input.version) : null;
  const reports = checkIds('item.reports', input.reports, LIMITS.bulk);
  const portfolioId = await portfolioOf(scope, input.portfolio);
  const corrects = await correctedBy(scope, input.corrects);
  const { pictures, names } = await choose(scope, item, input.pictures, reports);
  await beginEdit(scope, digest);
  const change = {
    ...{ ...words, pictures },
    portfolioId,
    correctsId: corrects?.id ?? null,
    kind: corrects ? 'CORRECTION' : 'NORMAL',
  } as const;
  const isOther = !item || item.title !== words.title || item.text !== words.text || !isSame(item.pictures, pictures);
  const saved = item ? Object.assign(item, change) : await add(scope, digest, change);
  await scope.work.flush();
  const isRelinked = await link(scope, saved, reports);
  if (isOther)
    await noteVersion(scope, digest, { itemId: saved.id, title: saved.title, text: saved.text, pictures: names });
  await finishEdit(scope, digest, { itemId: saved.id, isOther: !item || isRelinked });
  return saved;
}

const isSame = (some: readonly string[], others: readonly string[]) => some.join() === others.join();

const bodyOf = (given: unknown) => {
  const body = checkBody(given);
  return { body, text: plainText(body) };
};

async function find(scope: Scope, digest: Digest, id: string, version: number | null | undefined): Promise<DigestItem> {
  if (!isUuid(id)) throw noItem();
  const item = await scope.work.find(DigestItem, { countyCode: scope.county, id, digestId: digest.id });
  if (!item) throw noItem();
  if (version == null) throw badInput('item.version', ...DIGEST_WORDS.noVersion);
  if (item.version === version) return item;
  const { title, body, text, portfolioId, pictures, version: now } = item;
  const by = await lastEditor(scope, item.id);
  throw conflict(...DIGEST_WORDS.itemOvertaken, {
    version: now,
    title,
    body,
    ...{ text, pictures },
    portfolio: portfolioId ?? null,
    by,
  });
}

async function lastEditor(scope: Scope, itemId: string): Promise<string | null> {
  const row = await scope.row<{ name: string }>(
    `select n.name from digest_version v join person n on n.county_code = v.county_code and n.id = v.by_id
     where v.county_code = $1 and v.item_id = $2 order by v.at desc, v.id desc limit 1`,
    [scope.county, itemId],
  );
  return row?.name ?? null;
}

async function portfolioOf(scope: Scope, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  const portfolio = isUuid(id) ? await portfolioById(scope).load(id) : null;
  if (!portfolio?.isActive) throw badInput('item.portfolio', ...DIGEST_WORDS.noSuchPortfolio);
  return portfolio.id;
}

/** 更正: only what was issued is corrected, and only in a later issue. */
async function correctedBy(scope: Scope, id: string | null | undefined): Promise<DigestItem | null> {
  if (!id) return null;
  const item = isUuid(id) ? await itemById(scope).load(id) : null;
  const digest = item && (await digestById(scope).load(item.digestId));
  if (!digest || !isIssued(digest)) throw refused([unmet('corrects', ...DIGEST_WORDS.notIssuedItem)]);
  return item;
}

async function add(scope: Scope, digest: Digest, change: Partial<DigestItem>): Promise<DigestItem> {
  const position = await room(scope, digest, 1);
  const made = { ...change, countyCode: scope.county, id: newId(), digestId: digest.id, position };
  return scope.work.add(DigestItem, made);
}

export async function remove(scope: Scope, id: string, version: number): Promise<Digest> {
  const found = isUuid(id) ? await itemById(scope).load(id) : null;
  if (!found) throw noItem();
  const digest = await hold(scope, found.digestId);
  const item = await find(scope, digest, id, version);
  await beginEdit(scope, digest, `删去“${item.title}”`);
  await scope.work.remove(item);
  return finishEdit(scope, digest);
}

/** The whole order at once: every item of the issue, each exactly once. */
export async function order(scope: Scope, digestId: string, version: number, items: string[]): Promise<Digest> {
  const digest = await hold(scope, digestId, version);
  const wanted = checkIds('items', items, LIMITS.digest.items);
  const rows = await scope.rows<{ id: string }>(
    'select id from digest_item where county_code = $1 and digest_id = $2',
    [scope.county, digest.id],
  );
  const known = new Set(rows.map(({ id }) => id));
  if (items.length !== known.size || wanted.length !== known.size || !wanted.every((id) => known.has(id)))
    throw badInput('items', ...DIGEST_WORDS.order);
  await beginEdit(scope, digest);
  await scope.rows(
    `update digest_item i set position = wanted.position from unnest($3::uuid[]) with ordinality wanted (id, position)
     where i.county_code = $1 and i.digest_id = $2 and i.id = wanted.id and i.position <> wanted.position`,
    [scope.county, digest.id, wanted],
  );
  return finishEdit(scope, digest);
}
