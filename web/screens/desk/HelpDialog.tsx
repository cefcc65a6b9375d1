import { useTranslation } from 'react-i18next';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { DESK_KEYS, KEY_CAPS } from './keys.ts';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <DeskModal open title={t('help.title')} footer={null} onCancel={onClose} width={480}>
      <dl className="desk-keys">
        {DESK_KEYS.map((key) => (
          <div key={key}>
            <dt>
              <Kbd>{KEY_CAPS[key]}</Kbd>
            </dt>
            <dd>{t(`help.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="deed-dialog-about">{t('help.inert')}</p>
    </DeskModal>
  );
}
