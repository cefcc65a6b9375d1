import { dayOf } from '@lxq/schema/calendar.ts';
import type { DigestDocument, DigestPicture } from '@lxq/schema/digests/digest-document.ts';
import type { RichText } from '@lxq/schema/digests/rich-text.ts';
import { portfolioById } from '../../network/network.loaders.ts';
import type { Portfolio } from '../../network/portfolios/portfolio.entity.ts';
import { headingOf } from '../../network/portfolios/portfolio.heading.ts';
import { manyBy } from '../../platform/lists/loaders.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Digest } from '../digest.entity.ts';
import { frozenById, isIssued, itemsOf } from '../digest.loaders.ts';
import type { DigestItem } from '../items/digest-item.entity.ts';
import { carriedBy } from '../pictures/digest-picture.read.ts';

/** The document as issued; before that, as it would be printed now, marked as a draft. */
export async function documentOf(scope: Scope, digest: Digest): Promise<DigestDocument> {
  const frozen = isIssued(digest) ? (await frozenById(scope).load(digest.id))?.frozen : null;
  return frozen ?? { ...(await compose(scope, digest)), mark: `草稿　${digest.mark}`.trim() };
}

/** Items under their portfolios' headings, numbered through from the first to the last. */
export async function compose(scope: Scope, digest: Digest): Promise<DigestDocument> {
  const items = (await itemsOf(scope).load(digest.id)) ?? [];
  const sources = Map.groupBy((await sourcesOf(scope).load(digest.id)) ?? [], ({ itemId }) => itemId);
  const pictures = await carriedBy(scope, items);
  const groups = Map.groupBy(
    items.map((item, i) => ({ item, number: i + 1 })),
    ({ item }) => item.portfolioId ?? null,
  );
  const sections = [...groups].map(async ([portfolioId, numbered]): Promise<DigestDocument['sections'][number]> => {
    const portfolio = portfolioId ? await portfolioById(scope).load(portfolioId) : null;
    const printed = numbered.map(({ item, number }) => ({
      ...printedItem(item, number, sources.get(item.id)),
      ...shown(pictures.get(item.id)),
    }));
    return { heading: printedHeading(portfolio), items: printed };
  });
  const { title, mark, issuer, periodFrom, periodTo, recipients, copies } = digest;
  return {
    banner: title,
    mark,
    issuer,
    periodFrom,
    periodTo,
    no: digest.no ?? null,
    cumNo: digest.cumNo ?? null,
    year: Number((digest.signedOn ?? dayOf(scope.now)).slice(0, 4)),
    signedOn: digest.signedOn ?? null,
    signer: digest.signerName ?? null,
    sections: await Promise.all(sections),
    distribution: { report: recipients.report, send: recipients.send, issue: recipients.issue },
    copies: copies ?? 0,
  };
}

const printedHeading = (portfolio: Portfolio | null) =>
  portfolio ? `${headingOf(portfolio)}（${portfolio.leaderName}）` : '未确定分管领导';

/** Where there are none, nothing says so: the content is what it was before there were pictures. */
const shown = (pictures: DigestPicture[] | undefined) => (pictures?.length ? { pictures } : {});

const printedItem = (item: DigestItem, number: number, sources: readonly Source[] | undefined) => ({
  number,
  title: item.title,
  kind: item.kind,
  body: item.body as RichText,
  sources: printedSources(sources),
});

interface Source {
  digestId: string;
  itemId: string;
  name: string;
  count: number;
}
const sourcesOf = manyBy<Source>(
  'digest sources',
  `with linked as (select digest_id, item_id, report_id from digest_item_report where county_code = $1 and digest_id = any($2::uuid[])),
   source as (
     select l.digest_id, l.item_id, r.place_code from linked l join report r on r.county_code = $1 and r.id = l.report_id
     union all
     select l.digest_id, l.item_id, m.place_code from linked l join report m on m.county_code = $1 and m.master_id = l.report_id and m.state = 'MERGED')
   select s.digest_id, s.item_id, p.name, count(*)::int as count from source s
   join place p on p.county_code = $1 and p.code = s.place_code / 1000000 * 1000000
   group by s.digest_id, s.item_id, p.code, p.name order by s.item_id, count(*) desc, p.code`,
  'digestId',
);

/** （东关镇 3 条、西河镇 1 条）: by the townships where the matters lie; a merged report counts like its master. */
const printedSources = (places: readonly Source[] | undefined) =>
  places ? `（${places.map(({ name, count }) => `${name} ${count} 条`).join('、')}）` : null;
