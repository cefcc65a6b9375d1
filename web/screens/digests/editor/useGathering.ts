import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { shortened } from '@lxq/schema/texts/characters.ts';
import { useTranslation } from 'react-i18next';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { GatherReportsDocument, SaveDigestItemDocument, type SourceReportFragment } from './editor.generated.ts';
import { type ItemDraft, toDraft, toInput } from './itemDraft.ts';
import { flushItems } from './openAutosaves.ts';
import type { OutlineParts } from './useItemDeeds.ts';

type Reports = readonly SourceReportFragment[];

/** Taking reports into the issue: an item each, one item for all, or as further sources of an item. */
export function useGathering({ digestId, work: { client, work, look }, sequence, select }: OutlineParts) {
  const { t } = useTranslation('digests');
  const { done } = useMessages();

  const gather = (reports: Reports) =>
    work(async () => {
      const known = new Set(sequence.items.map(({ id }) => id));
      const variables = { digest: digestId, reports: reports.map(({ id }) => id) };
      const { data } = await client.mutate({ mutation: GatherReportsDocument, variables });
      const gathered = data?.gatherReports.items.filter(({ id }) => !known.has(id)) ?? [];
      if (gathered[0]) select(gathered[0].id);
      done(t('outline.gathered', { count: gathered.length }));
    });

  const combine = (reports: Reports) =>
    work(async () => {
      const title = t('outline.combinedTitle', { topic: reports[0]?.topic.name ?? '', count: reports.length });
      const item = toInput(combined(title, reports));
      const { data } = await client.mutate({ mutation: SaveDigestItemDocument, variables: { digest: digestId, item } });
      await look();
      if (data) select(data.saveDigestItem.id);
      done(t('outline.combined', { count: reports.length }));
    });

  const link = (itemId: string, reports: Reports) =>
    work(async () => {
      await flushItems();
      const item = (await look()).find(({ id }) => id === itemId);
      if (!item) return;
      const draft = toDraft(item);
      const linked = [...new Set([...draft.reports, ...reports.map(({ id }) => id)])];
      const input = { ...toInput({ ...draft, reports: linked }), id: item.id, version: item.version };
      await client.mutate({ mutation: SaveDigestItemDocument, variables: { digest: digestId, item: input } });
      done(t('outline.linked', { count: reports.length, title: item.title }));
    });

  return { gather, combine, link };
}

/** One item out of several reports: each one's words under its place, for the clerk to condense. */
function combined(title: string, reports: Reports): ItemDraft {
  const words = reports.map(({ content, place }) => `${place.fullName}：${content}`).join('\n');
  return {
    title: shortened(title, LIMITS.digest.item.title.max),
    body: richTextFromPlain(shortened(words, LIMITS.digest.item.text)),
    portfolio: null,
    reports: reports.map(({ id }) => id),
    corrects: null,
    pictures: [],
  };
}
