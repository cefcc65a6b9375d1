import { DownOutlined } from '@ant-design/icons';
import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Alert, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useUnknownWords } from './useUnknownWords.ts';
import { type Sequenced, useViews, type View } from './useViews.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';
import { ViewsDialog } from './ViewsDialog.tsx';
import { inSequence, isChanged, plainSearch, type Shown, viewSearch } from './viewAddress.ts';
import './views.css';

interface Props extends Sequenced {
  screen: ListScreen;
  /** Where the list stands; a view adds its address. */
  path: string;
  shown: Shown;
}
type Asking = { kind: 'name'; view: View | null } | { kind: 'all' };

/** 视图: which one is open, whether it was changed since, and all others. The address is the truth; a view is a way to it. */
export function ViewBar({ screen, path, shown, ...sequenced }: Props) {
  const { t } = useTranslation('views');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [isWanted, setWanted] = useState(false);
  const deeds = useViews(screen, isWanted || search.has('view'));
  const [asking, setAsking] = useState<Asking>();
  const views = inSequence(deeds.views ?? [], sequenced.sequence);
  const open = views.find(({ id }) => id === search.get('view'));
  const go = (view: Parameters<typeof viewSearch>[0]) => void navigate(`${path}?${viewSearch(view, search)}`);
  return (
    <section className="as-row view-bar" aria-label={t('title')}>
      <Dropdown trigger={['click']} menu={menuOf()} onOpenChange={(isOpen) => isOpen && setWanted(true)}>
        <Button>
          {open?.name ?? t('title')} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {open && isChanged(shown, open) && (
        <output className="as-row view-changed">
          {t('changed')}
          {open.viewerCanChange && (
            <Button size="small" disabled={deeds.isBusy} onClick={() => void deeds.saveAloud(open, shown)}>
              {t('save')}
            </Button>
          )}
          <Button size="small" onClick={() => setAsking({ kind: 'name', view: null })}>
            {t('saveAs')}
          </Button>
          <Button size="small" onClick={() => go(open)}>
            {t('revert')}
          </Button>
        </output>
      )}
      {open && <Faults view={open} />}
      {asking?.kind === 'name' && (
        <ViewNameDialog
          screen={screen}
          view={asking.view}
          isBusy={deeds.isBusy}
          send={(name) =>
            deeds.save(asking.view ? { ...asking.view, name } : { name }, asking.view ? storedOf(asking.view) : shown)
          }
          onDone={(saved) => {
            setAsking(undefined);
            if (!asking.view && saved) go(saved);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.kind === 'all' && (
        <ViewsDialog
          {...sequenced}
          deeds={deeds}
          views={views}
          onRename={(view) => setAsking({ kind: 'name', view })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );

  function menuOf(): MenuProps {
    const entry = (view: View) => ({ key: view.id, label: view.name, onClick: () => go(view) });
    const own = views.filter(({ isOwn }) => isOwn).map(entry);
    const shared = views
      .filter(({ isOwn }) => !isOwn)
      .map((view) => ({ ...entry(view), label: `${view.name}（${view.makerName}）` }));
    const groups = [
      { key: 'own', type: 'group' as const, label: t('own'), children: own },
      { key: 'shared', type: 'group' as const, label: t('ofDesk'), children: shared },
    ].filter(({ children }) => children.length);
    return {
      items: [
        { key: 'plain', label: t('plain'), onClick: () => void navigate(`${path}?${plainSearch(search)}`) },
        ...groups,
        { key: 'line', type: 'divider' },
        { key: 'new', label: t('saveNew'), onClick: () => setAsking({ kind: 'name', view: null }) },
        { key: 'all', label: t('manage'), onClick: () => setAsking({ kind: 'all' }) },
      ],
      ...(open ? { selectedKeys: [open.id] } : {}),
    };
  }
}
const storedOf = ({ filter, sort }: View): Shown => ({ filter, sort }) as Shown;

/** It opens all the same. */
function Faults({ view }: { view: View }) {
  const { t } = useTranslation('views');
  const words = useUnknownWords();
  if (!view.faults.length) return null;
  return <Alert type="warning" showIcon title={t('faults', { list: view.faults.map(words).join('、') })} />;
}
