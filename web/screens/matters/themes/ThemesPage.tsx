import { useQuery } from '@apollo/client/react';
import { THEME_TRAYS, type ThemeTray } from '@lxq/schema/themes/theme-states.ts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { useTabTitle } from '../../../live/useTabTitle.ts';
import type { ThemeRowFragment } from '../../../nouns/themes/theme.generated.ts';
import { shanghaiDay } from '../../../ui/time.ts';
import { usePages } from '../../../ui/usePages.ts';
import { MatterPage } from '../MatterPage.tsx';
import { MatterRows } from '../MatterRows.tsx';
import { ThemeStateTag } from '../MatterStateTag.tsx';
import type { Rows } from '../MatterTable.tsx';
import { countIn, MatterTrays, trayIn } from '../MatterTrays.tsx';
import { ThemePanel } from './ThemePanel.tsx';
import { ThemeCountsDocument, ThemeListDocument } from './themes.generated.ts';

const PAGE = 50;
const BASE = '/matters/themes';
const SHOWN = [...(Object.keys(THEME_TRAYS) as ThemeTray[]), 'ALL'] as const;

/** 苗头: the county's, and at a station its own, by where they lie; one of them open beside the list. They are opened at the desk. */
export function ThemesPage() {
  const { t } = useTranslation(['themes', 'matters', 'words']);
  const [params] = useSearchParams();
  const shown = trayIn(SHOWN, params);
  const counts = useQuery(ThemeCountsDocument);
  const filter = shown === 'ALL' ? {} : { tray: shown };
  const asked = useQuery(ThemeListDocument, { variables: { filter, first: PAGE } });
  const pages = usePages(asked.data?.themes, asked, asked.previousData?.themes);
  useRefetchOnChanges(
    ({ themeId }) => Boolean(themeId),
    () => Promise.all([pages.refetch(), counts.refetch()]),
  );
  useTabTitle(t('title'));
  return (
    <MatterPage
      title={t('title')}
      base={BASE}
      pages={pages}
      none={t('none')}
      table={(rows) => <ThemeTable {...rows} />}
      panel={(panel) => <ThemePanel key={panel.id} {...panel} />}
    >
      <MatterTrays
        base={BASE}
        trays={SHOWN}
        shown={shown}
        nameOf={(tray) => (tray === 'ALL' ? t('matters:tray.ALL') : t(`words:themeTray.${tray}`))}
        countOf={(tray) => countIn(counts.data?.themeCounts, tray)}
      />
    </MatterPage>
  );
}

function ThemeTable(props: Rows<ThemeRowFragment>) {
  const { t } = useTranslation('themes');
  return (
    <MatterRows
      {...props}
      base={BASE}
      name={t('name')}
      about={({ reportCount, openedAt }) => (
        <>
          {t('seenIn', { count: reportCount })} · {shanghaiDay(openedAt)}
        </>
      )}
      words={({ title }) => title}
      state={({ state }) => <ThemeStateTag state={state} />}
      unit={{ name: t('fact.unit'), of: ({ unit }) => unit.name }}
    />
  );
}
