import { ArrowLeftOutlined, SettingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DigestStateTag } from '../../nouns/digests/DigestStateTag.tsx';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { useIssueNumber, usePeriodText } from '../../nouns/digests/useIssueName.ts';
import css from './header.module.css';
import { Settings } from './Settings.tsx';
import { Workflow } from './Workflow.tsx';

interface Props {
  digest: DigestHeadFragment;
  onGo: (tab: string, item?: string) => void;
}

export function DigestHeader({ digest, onGo }: Props) {
  const { t } = useTranslation('digests');
  const issueNumber = useIssueNumber();
  const period = usePeriodText();
  const [open, setOpen] = useState(false);
  return (
    <header className={css.head}>
      <Link to="/digests" className={css.back} aria-label={t('backToList')}>
        <ArrowLeftOutlined />
      </Link>
      <div className={css.headWords}>
        <h1>
          {digest.title} <span className={css.headNo}>{issueNumber(digest)}</span>{' '}
          <DigestStateTag state={digest.state} />
        </h1>
        <p className={css.headFacts}>
          <span>{period(digest)}</span>
          <span>{t('itemCount', { count: digest.itemCount })}</span>
          {digest.editor && <span>{t('editedBy', { name: digest.editor.name })}</span>}
          {digest.signer && <span>{t('signedBy', { name: digest.signer.name, day: digest.signedOn })}</span>}
        </p>
      </div>
      <div className={css.headDeeds}>
        {digest.viewerCanEdit && (
          <Button icon={<SettingOutlined />} onClick={() => setOpen(true)}>
            {t('settings.title')}
          </Button>
        )}
        <Workflow digest={digest} onGo={onGo} />
      </div>
      {open && <Settings digest={digest} onClose={() => setOpen(false)} />}
    </header>
  );
}
