import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { CountyOverview } from '../../nouns/network/CountyOverview.tsx';
import { type Term, TermTable } from '../../nouns/network/TermTable.tsx';
import { useViewer } from '../../session/session.ts';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { CalendarDays } from './CalendarDays.tsx';
import { Charges } from './Charges.tsx';
import { CountySettings } from './CountySettings.tsx';
import { ImportGuide } from './ImportGuide.tsx';
import { PortfolioList } from './PortfolioList.tsx';
import { TermDialog } from './TermDialog.tsx';
import { Thresholds } from './Thresholds.tsx';
import './admin.css';

const VIEWS = [
  'topics',
  'sources',
  'portfolios',
  'charges',
  'county',
  'thresholds',
  'calendar',
  'network',
  'import',
] as const;

/** What the administrator keeps: dictionaries, the network's state, and how its people and places come in. */
export function AdminPage() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'topics';
  useTabTitle(t('title'));
  return (
    <div className="admin">
      <h1>{t('title')}</h1>
      <LinkTabs
        label={t('title')}
        tabs={VIEWS.map((key) => ({ to: `/admin?view=${key}`, name: t(`view.${key}`), isCurrent: key === view }))}
      />
      {view === 'topics' && <Dictionary key="TOPIC" kind="TOPIC" />}
      {view === 'sources' && <Dictionary key="SOURCE" kind="SOURCE" />}
      {view === 'portfolios' && <PortfolioList />}
      {view === 'charges' && <Charges />}
      {view === 'county' && <CountySettings />}
      {view === 'thresholds' && <Thresholds />}
      {view === 'calendar' && <CalendarDays />}
      {view === 'network' && (
        <>
          <CountyOverview />
          <Link to="/network">{t('openNetwork')}</Link>
        </>
      )}
      {view === 'import' && <ImportGuide />}
    </div>
  );
}

function Dictionary({ kind }: { kind: Term['kind'] }) {
  const { t } = useTranslation('admin');
  const [edited, setEdited] = useState<Term | 'new'>();
  const canEdit = useViewer().post.role === 'ADMIN';
  return (
    <section>
      <p className="admin-note">{t(`note.${kind}`)}</p>
      {canEdit && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
          {t('add')}
        </Button>
      )}
      <TermTable kind={kind} {...(canEdit ? { onEdit: setEdited } : {})} />
      {edited && (
        <TermDialog kind={kind} term={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </section>
  );
}
