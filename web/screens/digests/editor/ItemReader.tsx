import { paragraphText, type RichText } from '@lxq/schema/digests/rich-text.ts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { ItemImages } from '../../../nouns/digests/ItemImages.tsx';
import { useIssueName } from '../../../nouns/digests/useIssueName.ts';
import type { DraftItemFragment } from './editor.generated.ts';
import editor from './editor.module.css';
import css from './item.module.css';
import pictures from './pictures.module.css';
import { SourceList } from './SourceList.tsx';

interface Props {
  digestId: string;
  item: DraftItemFragment;
  onPeek: (report: string) => void;
}

/** An item whose text nobody changes any more. */
export function ItemReader({ digestId, item, onPeek }: Props) {
  const { t } = useTranslation('digests');
  const issueName = useIssueName();
  const body = item.body as RichText;
  return (
    <article className={css.itemPane}>
      <h2 className={css.readTitle}>
        {item.number}. {item.kind === 'CORRECTION' && <Tag color="orange">{t('item.correction')}</Tag>}
        {item.title}
      </h2>
      {item.corrects && (
        <p className={editor.hint}>
          {t('item.corrects', {
            issue: issueName(item.corrects.digest),
            number: item.corrects.number,
            title: item.corrects.title,
          })}
        </p>
      )}
      {body.content.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frozen paragraphs never move.
        <p key={index} className={css.readText}>
          {(paragraph.content ?? []).map((words, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: frozen words never move.
            words.marks ? <strong key={at}>{words.text}</strong> : <span key={at}>{words.text}</span>,
          )}
          {paragraphText(paragraph) === '' && '\u00a0'}
        </p>
      ))}
      <ItemImages className={pictures.read} {...{ digestId, item }} />
      <SourceList reports={item.reports} onPeek={onPeek} />
    </article>
  );
}
