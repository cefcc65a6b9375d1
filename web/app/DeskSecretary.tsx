import { useTranslation } from 'react-i18next';
import { SecretaryChoice } from '../nouns/alerts/SecretaryChoice.tsx';
import { DeskModal } from '../ui/desk/dialogs.tsx';

/** Who acknowledges a leader's alerts for them, from the menu of their account at a desk. */
export function DeskSecretary({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('session');
  return (
    <DeskModal open={open} onCancel={onClose} footer={null} title={t('secretary')}>
      <SecretaryChoice />
    </DeskModal>
  );
}
