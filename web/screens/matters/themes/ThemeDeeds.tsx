import { THEME_MACHINE, type ThemeDeed } from '@lxq/schema/themes/theme-states.ts';
import { useTranslation } from 'react-i18next';
import * as documents from '../../../nouns/themes/deeds.derived.generated.ts';
import type { ThemeWholeFragment } from '../../../nouns/themes/theme.generated.ts';
import { MatterDeeds } from '../MatterDeeds.tsx';
import { GatherDialog, PlanDialog } from './ThemeDialogs.tsx';

const FORWARD: readonly ThemeDeed[] = ['plan', 'answer', 'close', 'restore'];
const DIALOGS = { gather: GatherDialog, plan: PlanDialog };

/** What may be done with a theme now. */
export function ThemeDeeds({ theme, onChanged }: { theme: ThemeWholeFragment; onChanged: () => unknown }) {
  const { t } = useTranslation(['themes', 'words']);
  return (
    <MatterDeeds<ThemeDeed, ThemeWholeFragment>
      noun="theme"
      machine={THEME_MACHINE}
      documents={documents}
      thing={theme}
      forward={FORWARD}
      dialogs={DIALOGS}
      nameOf={(deed) => t(`words:themeDeed.${deed}`)}
      wordsOf={(deed) => ({
        about: t(`dialog.about.${deed as 'answer'}`, { count: theme.reportCount }),
        label: t(`dialog.label.${deed as 'answer'}`),
        isDangerous: deed === 'dissolve',
      })}
      graveOf={() => ''}
      onChanged={onChanged}
    />
  );
}
