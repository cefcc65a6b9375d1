import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { useKeptText } from '../../../session/useKeptText.ts';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import type { Outcome } from '../../../ui/useOnce.ts';

interface Props {
  count: number;
  isBusy: boolean;
  send: (reason: string) => Promise<Outcome<unknown>>;
  onClose: () => void;
}

/** Asks why the county does not use these reports. */
export function SetAsideDialog({ count, isBusy, send, onClose }: Props) {
  const { t } = useTranslation('digests');
  const kept = useKeptText({ deed: 'setAside', subject: 'many' }, '');
  return (
    <DeedDialog
      title={t('candidates.setAsideTitle', { count })}
      okText={t('candidates.setAside')}
      isReady={lengthFault(kept.value, LIMITS.report.reason) === null}
      isBusy={isBusy}
      kept={kept}
      send={() => send(kept.value.trim())}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('candidates.setAsideHint')}</p>
      <ReasonField
        id="set-aside-reason"
        autoFocus
        label={t('candidates.reason')}
        length={LIMITS.report.reason}
        value={kept.value}
        onChange={kept.change}
      />
    </DeedDialog>
  );
}
