import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { DigestsDocument } from '../../../nouns/digests/digest.generated.ts';
import { useIssueName, usePeriodText } from '../../../nouns/digests/useIssueName.ts';
import { Loaded } from '../../../ui/Loaded.tsx';
import { IssuedItemsDocument, type IssuedItemsQuery } from './editor.generated.ts';
import css from './editor.module.css';
import type { OutlineDeeds } from './useOutline.ts';

type Issued = IssuedItemsQuery['digest']['items'][number];

/** 更正: issued text never changes, so a later issue says what was wrong. Chooses the issued item to correct. */
export function CorrectionDialog({ outline, onClose }: { outline: OutlineDeeds; onClose: () => void }) {
  const { t } = useTranslation('digests');
  const [issue, setIssue] = useState<string | null>(null);
  const [item, setItem] = useState<Issued | null>(null);
  const create = async ({ title, portfolio, id }: Issued) =>
    (await outline.add({ title, portfolio: portfolio?.id ?? null, corrects: id })) ? { value: id } : undefined;
  return (
    <DeedDialog
      title={t('correction.title')}
      okText={t('correction.create')}
      isReady={item !== null}
      isBusy={outline.isBusy}
      send={async () => (item ? create(item) : undefined)}
      onDone={onClose}
      onClose={onClose}
      width={620}
    >
      <p className="deed-dialog-about">{t('correction.lead')}</p>
      <IssueSelect
        value={issue}
        onChange={(id) => {
          setIssue(id);
          setItem(null);
        }}
      />
      {issue && <IssuedItems issue={issue} chosen={item?.id ?? null} onChoose={setItem} />}
    </DeedDialog>
  );
}

function IssueSelect({ value, onChange }: { value: string | null; onChange: (id: string) => void }) {
  const { t } = useTranslation('digests');
  const issueName = useIssueName();
  const period = usePeriodText();
  const { data, loading } = useQuery(DigestsDocument, {
    variables: { states: ['ISSUED', 'FOLLOWED', 'CLOSED'], first: 100 },
  });
  return (
    <Select
      className={css.wide}
      aria-label={t('correction.issue')}
      placeholder={t('correction.issue')}
      loading={loading}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={
        data?.digests.edges.map(({ node }) => ({ value: node.id, label: `${issueName(node)} ${period(node)}` })) ?? []
      }
    />
  );
}

function IssuedItems(props: { issue: string; chosen: string | null; onChoose: (item: Issued) => void }) {
  const { t } = useTranslation('digests');
  const { data, error, refetch } = useQuery(IssuedItemsDocument, { variables: { id: props.issue } });
  return (
    <Loaded
      data={data?.digest.items}
      error={error}
      onRetry={() => void refetch()}
      isEmpty={(items) => items.length === 0}
    >
      {(items) => (
        <ul className={`as-list ${css.choices}`} aria-label={t('correction.item')}>
          {items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                aria-pressed={item.id === props.chosen}
                className={item.id === props.chosen ? css.chosen : css.choice}
                onClick={() => props.onChoose(item)}
              >
                <strong>
                  {item.number}. {item.title}
                </strong>
                <span>{item.text.slice(0, 80)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
