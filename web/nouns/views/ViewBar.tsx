import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { type Sequenced, useViews, type View } from './useViews.ts';
import { ViewMenu } from './ViewMenu.tsx';
import { ViewNameDialog } from './ViewNameDialog.tsx';
import { ViewsDialog } from './ViewsDialog.tsx';
import { inSequence, isChanged, plainSearch, type Shown, viewSearch } from './viewAddress.ts';
import './views.css';
import { useJoined } from '../../ui/useJoined.ts';

interface Props extends Sequenced {
  screen: ListScreen;
  /** Where the list stands; a view adds its address. */
  path: string;
  shown: Shown;
}
type Asking = { kind: 'name'; view: View | null } | { kind: 'all' };
const NEW: Asking = { kind: 'name', view: null };
const ALL: Asking = { kind: 'all' };

/** 视图: which one is open, whether it was changed since, and all others. The address is the truth; a view is a way to it. */
export function ViewBar({ screen, path, shown, ...sequenced }: Props) {
  const { t } = useTranslation('views');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [isWanted, setWanted] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const deeds = useViews(screen, isWanted || search.has('view'));
  const views = inSequence(deeds.views ?? [], sequenced.sequence);
  const open = views.find(({ id }) => id === search.get('view'));
  const go = (view: Parameters<typeof viewSearch>[0] | null) =>
    void navigate(`${path}?${view ? viewSearch(view, search) : plainSearch(search)}`);
  const close = () => setAsking(undefined);
  return (
    <section className="as-row view-bar" aria-label={t('title')}>
      <ViewMenu
        views={deeds.views && views}
        error={deeds.error}
        open={open}
        // Colleagues may have shared another meanwhile.
        onLook={() => (deeds.views ? void deeds.refetch().catch(() => undefined) : setWanted(true))}
        onGo={go}
        onKeep={() => setAsking(NEW)}
        onAll={() => setAsking(ALL)}
      />
      {open && isChanged(shown, open) && (
        <output className="as-row view-changed">
          {t('changed')}
          {open.viewerCanChange && (
            <Button size="small" disabled={deeds.isBusy} onClick={() => void deeds.saveAloud(open, shown)}>
              {t('save')}
            </Button>
          )}
          <Button size="small" onClick={() => setAsking(NEW)}>
            {t('saveAs')}
          </Button>
          <Button size="small" onClick={() => go(open)}>
            {t('revert')}
          </Button>
        </output>
      )}
      {open && <Faults view={open} />}
      {asking?.kind === 'name' && <NameDialog {...{ screen, shown, deeds, close }} view={asking.view} onKept={go} />}
      {asking?.kind === 'all' && (
        <ViewsDialog
          {...sequenced}
          deeds={deeds}
          views={views}
          onRename={(view) => setAsking({ kind: 'name', view })}
          onClose={close}
        />
      )}
    </section>
  );
}

interface NameProps extends Pick<Props, 'screen' | 'shown'> {
  view: View | null;
  deeds: ReturnType<typeof useViews>;
  close: () => void;
  onKept: (view: View) => void;
}
/** A view that is renamed stays what it was kept as, whatever the list shows. */
function NameDialog({ screen, shown, view, deeds, close, onKept }: NameProps) {
  return (
    <ViewNameDialog
      screen={screen}
      view={view}
      isBusy={deeds.isBusy}
      send={(name) => deeds.save({ ...view, name }, view ? ({ filter: view.filter, sort: view.sort } as Shown) : shown)}
      onDone={(kept) => {
        close();
        if (!view && kept) onKept(kept);
      }}
      onClose={close}
    />
  );
}

/** What of a view holds no more: 类别“道路”, 地点“某村”. It opens all the same. */
function Faults({ view: { faults } }: { view: View }) {
  const { t } = useTranslation('views');
  const joined = useJoined();
  if (!faults.length) return null;
  const list = joined(faults.map(({ field, code, name }) => t(`fault.${field as 'topics'}`, { name: name ?? code })));
  return <Alert type="warning" showIcon title={t('faults', { list })} />;
}
