import type { RichText } from '@lxq/schema/digests/rich-text.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ItemImages } from '../../nouns/digests/ItemImages.tsx';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import { useViewer } from '../../session/session.ts';
import { useJoined } from '../../ui/useJoined.ts';
import { InstructionCard } from './InstructionCard.tsx';
import css from './item.module.css';
import type { ReadItemFragment } from './leader.generated.ts';
import leader from './leader.module.css';

export function ItemPage({ digestId, item }: { digestId: string; item: ReadItemFragment }) {
  const { t } = useTranslation(['leader', 'digests']);
  const viewer = useViewer();
  const issueName = useIssueName();
  const { portfolio, corrects, instructions } = item;
  const body = item.body as RichText;
  return (
    <article className={css.item}>
      {portfolio && (
        <p className={css.portfolio}>
          {portfolio.heading} · {portfolio.leader.name}
          {portfolio.leader.id === (viewer.standsInFor ?? viewer.person).id && (
            <span className={leader.own}>{t('reader.own')}</span>
          )}
        </p>
      )}
      <h1 className={css.itemTitle}>
        {item.kind === 'CORRECTION' && <span className={leader.correction}>{t('digests:item.correction')}</span>}
        {item.title}
      </h1>
      {corrects && (
        <p className={leader.faint}>
          {t('digests:item.corrects', {
            issue: issueName(corrects.digest),
            number: corrects.number,
            title: corrects.title,
          })}
        </p>
      )}
      {body.content.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: issued paragraphs never move.
        <p key={index} className={css.itemText}>
          {(paragraph.content ?? []).map((words, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: issued words never move.
            words.marks ? <strong key={at}>{words.text}</strong> : <span key={at}>{words.text}</span>,
          )}
        </p>
      ))}
      <ItemImages className={css.images} {...{ digestId, item }} />
      <Sources item={item} />
      {instructions.length > 0 && (
        <section aria-label={t('instruction.title')}>
          <h2 className={css.subTitle}>{t('instruction.title')}</h2>
          {instructions.map((instruction) => (
            <InstructionCard key={instruction.id} instruction={instruction} isBesideItem />
          ))}
        </section>
      )}
    </article>
  );
}

/** 依据 3 条信息：东关镇 柳林村、… Opened, each leads to the report itself. */
function Sources({ item: { reports, reportCount } }: { item: ReadItemFragment }) {
  const { t } = useTranslation('leader');
  const joined = useJoined();
  if (reports.length === 0) return null;
  return (
    <details className={css.sources}>
      <summary>{t('reader.sources', { count: reportCount, places: joined(placesOf(reports)) })}</summary>
      <ul className="as-list">
        {reports.map(({ id, no, place }) => (
          <li key={id}>
            <Link to={`/leader/reports/${id}`}>{t('reader.source', { no, place: place.fullName })}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

const NAMED = 4;
function placesOf(reports: ReadItemFragment['reports']): string[] {
  const places = [...new Set(reports.map(({ place }) => place.fullName))];
  return places.length > NAMED ? [...places.slice(0, NAMED), '…'] : places;
}
