import { CopyOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Created } from './TokenDialog.tsx';

/** The secret, once. It closes by its own button alone: a click beside it would lose it. */
export function SecretDialog({ created, onClose }: { created: Created; onClose: () => void }) {
  const { t } = useTranslation('tokens');
  const { done } = useMessages();
  const { secret, token } = created;
  const copy = () =>
    navigator.clipboard?.writeText(secret).then(
      () => done(t('copied')),
      () => done(t('notCopied')),
    );
  return (
    <DeskModal
      open
      title={t('secret')}
      okText={t('kept')}
      onOk={onClose}
      onCancel={onClose}
      mask={{ closable: false }}
      cancelButtonProps={{ hidden: true }}
      width={560}
    >
      <p>{t('secretHint')}</p>
      <div className="tokens-secret">
        <Input
          readOnly
          aria-label={t('secretLabel', { name: token.name })}
          value={secret}
          onFocus={({ target }) => target.select()}
        />
        {'clipboard' in navigator && (
          <Button icon={<CopyOutlined />} onClick={() => void copy()}>
            {t('copy')}
          </Button>
        )}
      </div>
      <p className="tokens-how">
        {t('howTo')} <code>Authorization: Bearer {token.prefix}…</code>
      </p>
    </DeskModal>
  );
}
