import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { useSend } from '../../deeds/useSend.ts';
import { OrgTree } from '../../nouns/network/OrgTree.tsx';
import { TopicSelect } from '../../nouns/network/TopicSelect.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { ChargesDocument, type ChargesQuery, SaveChargeDocument } from './charges.generated.ts';

export type Charge = ChargesQuery['charges'][number];

interface Props {
  /** Absent for a new one; of one that there is the unit is another. */
  charge: Charge | undefined;
  onClose: () => void;
}

/** Which unit a topic belongs to, in the county or at one place. */
export function ChargeDialog({ charge, onClose }: Props) {
  const { t } = useTranslation('admin');
  const nameOf = useTermName();
  const { done } = useMessages();
  const { isBusy, send } = useSend();
  const [topic, setTopic] = useState<string | null>(charge?.topic.code ?? null);
  const [place, setPlace] = useState<string | null>(charge?.place?.code ?? null);
  const [unit, setUnit] = useState<string | null>(charge?.unit.code ?? null);
  const name = charge ? nameOf(charge.topic) : '';
  return (
    <DeedDialog
      title={charge ? t('edit', { name }) : t('charge.add')}
      okText={t('charge.save')}
      isReady={topic !== null && unit !== null}
      isBusy={isBusy}
      send={() =>
        send(
          SaveChargeDocument,
          { charge: { topic: topic ?? '', place, unit: unit ?? '' } },
          { refetchQueries: [ChargesDocument] },
        )
      }
      onDone={() => {
        done(t('charge.saved'));
        onClose();
      }}
      onClose={onClose}
    >
      {charge ? (
        <p className="deed-dialog-about">
          {name} · {charge.place?.fullName ?? t('charge.everywhere')}
        </p>
      ) : (
        <>
          <Form.Item label={t('charge.topic')} htmlFor="charge-topic" extra={t('charge.topicHint')} required>
            <TopicSelect id="charge-topic" label={t('charge.topic')} value={topic} onChange={setTopic} />
          </Form.Item>
          <Form.Item label={t('charge.place')} htmlFor="charge-place" extra={t('charge.placeHint')}>
            <OrgTree
              of="places"
              id="charge-place"
              label={t('charge.everywhere')}
              allowClear
              value={place}
              onChange={(code) => setPlace(code ?? null)}
            />
          </Form.Item>
        </>
      )}
      <Form.Item label={t('charge.unit')} htmlFor="charge-unit" required>
        <OrgTree
          of="units"
          id="charge-unit"
          label={t('charge.unit')}
          value={unit}
          onChange={(code) => setUnit(code ?? null)}
        />
      </Form.Item>
    </DeedDialog>
  );
}
