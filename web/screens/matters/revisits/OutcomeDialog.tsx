import { LIMITS } from '@lxq/schema/limits.ts';
import { revisitProblems, type ToldRevisit } from '@lxq/schema/revisits/revisit-draft.ts';
import { needsFollowUp, RATINGS, type Rating } from '@lxq/schema/revisits/revisit-states.ts';
import { Alert, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { DeskAttachments } from '../../../nouns/attachments/desk/DeskAttachments.tsx';
import { PaperPreview } from '../../../nouns/papers/desk/PaperPreview.tsx';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { useMatterForm } from '../useMatterForm.ts';
import { MethodField } from './MethodField.tsx';
import type { RevisitDialog } from './RevisitDialog.ts';
import { CompleteRevisitDocument } from './revisits.generated.ts';

interface Fields extends Omit<ToldRevisit, 'rating'> {
  /** Declining is chosen, never left standing. */
  rating: Rating | 'DECLINED' | null;
}
const EMPTY: Fields = { method: 'PHONE', told: '', opinion: '', isSolved: null, rating: null, reason: '' };
const { told: TOLD, opinion: OPINION, reason: REASON } = LIMITS.revisit;

/** 记录回访: at a filing what was told; otherwise whether it is solved, how satisfied the villager is, and their own words. */
export function OutcomeDialog(props: RevisitDialog) {
  const { thing: revisit, title, onChanged, onDone, onClose } = props;
  const { kind } = revisit;
  const { t } = useTranslation(['revisits', 'words']);
  const form = useMatterForm<Fields>(props, 'revisit.complete', EMPTY);
  const { kept, set, isBusy, carry } = form;
  const { version: _, ...told } = form.value;
  const isFiling = kind === 'FILING';
  const heard = { ...told, rating: told.rating === 'DECLINED' ? null : told.rating };
  const bad = kind !== 'FILING' && needsFollowUp(heard) ? kind : null;
  const outcome = bad ? heard : { ...heard, reason: '' };
  const isReady = revisitProblems(kind, outcome).length === 0 && (isFiling || told.rating !== null);
  return (
    <DeedDialog
      title={title}
      okText={bad ? t(`complete.okBad.${bad}`) : t('complete.deed')}
      isReady={isReady}
      isBusy={isBusy}
      isDangerous={bad !== null}
      kept={kept}
      send={() => carry(CompleteRevisitDocument, { outcome })}
      onDone={onDone}
      onClose={onClose}
      width={680}
    >
      <p className="deed-dialog-about">{t(isFiling ? 'complete.aboutFiling' : 'complete.about')}</p>
      <MethodField label={t('complete.method')} value={told.method} onChange={(method) => set({ method })} />
      {isFiling ? (
        <ReasonField
          id="revisit-told"
          label={t('complete.told')}
          length={TOLD}
          value={told.told}
          onChange={(text) => set({ told: text })}
        />
      ) : (
        <Asked value={told} onChange={set} />
      )}
      <ReasonField
        id="revisit-opinion"
        label={t(isFiling ? 'complete.opinionFiling' : 'complete.opinion')}
        length={OPINION}
        isRequired={!isFiling}
        value={told.opinion}
        onChange={(opinion) => set({ opinion })}
      />
      {bad && (
        <>
          <ReasonField
            id="revisit-reason"
            label={t('complete.reason')}
            length={REASON}
            value={told.reason}
            onChange={(reason) => set({ reason })}
          />
          <Alert type="warning" showIcon title={t(`complete.back.${bad}`)} />
        </>
      )}
      <DeskAttachments of="REVISIT" thing={revisit} refetch={async () => onChanged()} />
      <p>
        <PaperPreview of="revisit" id={revisit.id} given={isReady ? { outcome } : null} />
      </p>
    </DeedDialog>
  );
}

interface AskedProps {
  value: Pick<Fields, 'isSolved' | 'rating'>;
  onChange: (changes: Partial<Fields>) => void;
}

function Asked({ value: { isSolved, rating }, onChange }: AskedProps) {
  const { t } = useTranslation(['revisits', 'words']);
  return (
    <>
      <Form.Item label={t('complete.solved')} required>
        <Radio.Group
          value={isSolved}
          onChange={(event) => onChange({ isSolved: event.target.value })}
          options={[
            { value: true, label: t('outcome.yes') },
            { value: false, label: t('outcome.no') },
          ]}
        />
      </Form.Item>
      <Form.Item label={t('complete.rating')} required>
        <Radio.Group
          value={rating}
          onChange={(event) => onChange({ rating: event.target.value })}
          options={[
            ...RATINGS.map((value) => ({ value, label: t(`words:rating.${value}`) })),
            { value: 'DECLINED', label: t('outcome.declined') },
          ]}
        />
      </Form.Item>
    </>
  );
}
