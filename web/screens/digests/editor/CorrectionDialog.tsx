import { useQuery } from '@apollo/client/react';
import { ISSUED_STATES } from '@lxq/schema/digests/digest-states.ts';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { DigestsDocument } from '../../../nouns/digests/digest.generated.ts';
import { useIssueName, usePeriodText } from '../../../nouns/digests/useIssueName.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import css from './correction.module.css';
import { IssuedItemsDocument, type IssuedItemsQuery } from './editor.generated.ts';
import editor from './editor.module.css';
import type { OutlineDeeds } from './useOutline.ts';

type Issued = IssuedItemsQuery['digest']['items'][number];

/** 更正: issued text never changes, so a later issue says what was wrong. Chooses the issued item to correct. */
export function CorrectionDialog({ outline, onClose }: { outline: OutlineDeeds; onClose: () => void }) {
  const { t } = useTranslation('digests');
  const [issue, setIssue] = useState<string | null>(null);
  const [item, setItem] = useState<Issued | null>(null);
  const create = ({ title, portfolio, id }: Issued) =>
    outline.add({ title, portfolio: portfolio?.id ?? null, corrects: id });
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
    variables: { states: [...ISSUED_STATES], first: 100 },
  });
  return (
    <Select
      className={editor.wide}
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
    <Loaded data={data?.digest.items} asked={{ error, refetch }} empty={<Empty />}>
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
