import { LIMITS } from '@lxq/schema/limits.ts';
import { themeProblems } from '@lxq/schema/themes/theme-draft.ts';
import { THEME_DESKS, THEME_REPORTS, THEME_VILLAGES } from '@lxq/schema/themes/theme-states.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { useNewThing } from '../../deeds/desk/useNewThing.ts';
import { useViewer } from '../../session/session.ts';
import { TitleField } from '../../ui/desk/TitleField.tsx';
import { OpenThemeDocument } from './theme.generated.ts';

interface Props {
  /** Those that are chosen. */
  reports: readonly string[];
  isBusy: boolean;
}

/** 列为苗头: similar reports of several villages become one matter. As many as that takes are chosen first. */
export function OpenTheme({ reports, isBusy }: Props) {
  const { t } = useTranslation('themes');
  const { post } = useViewer();
  const [isOpening, setOpening] = useState(false);
  if (!(THEME_DESKS as readonly string[]).includes(post.role)) return null;
  return (
    <>
      <Button size="small" disabled={isBusy || reports.length < THEME_REPORTS} onClick={() => setOpening(true)}>
        {t('open.title')}
      </Button>
      {isOpening && <OpenThemeDialog reports={reports} onClose={() => setOpening(false)} />}
    </>
  );
}

function OpenThemeDialog({ reports, onClose }: Pick<Props, 'reports'> & { onClose: () => void }) {
  const { t } = useTranslation('themes');
  const form = useNewThing({ deed: 'theme.open', at: '/matters/themes', onClose }, { title: '' });
  const { title, clientId } = form.value;
  const draft = { clientId, title, reports: [...reports] };
  return (
    <DeedDialog
      title={t('open.title')}
      okText={t('open.title')}
      isReady={themeProblems(draft).length === 0}
      isBusy={form.isBusy}
      kept={form.kept}
      send={() => form.make(OpenThemeDocument, { draft }, ({ no }) => t('open.done', { no }))}
      onClose={onClose}
    >
      <p className="deed-dialog-about">
        {t('open.about', { count: reports.length, reports: THEME_REPORTS, villages: THEME_VILLAGES })}
      </p>
      <TitleField
        id="theme-title"
        label={t('open.name')}
        length={LIMITS.theme.title}
        value={title}
        onChange={(text) => form.set({ title: text })}
      />
    </DeedDialog>
  );
}
