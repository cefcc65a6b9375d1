import { CENSURE_MACHINE, type CensureDeed } from '@lxq/schema/censures/censure-states.ts';
import { useTranslation } from 'react-i18next';
import type { CensureWholeFragment } from '../../../nouns/censures/censure.generated.ts';
import * as documents from '../../../nouns/censures/deeds.derived.generated.ts';
import { MatterDeeds } from '../MatterDeeds.tsx';
import { ReviseCensureDialog } from './CensureDialogs.tsx';

const FORWARD: readonly CensureDeed[] = ['revise', 'approve', 'issue', 'rectify', 'verify', 'lift', 'uphold'];
const DIALOGS = { revise: ReviseCensureDialog };

/** What may be done with a censure now. */
export function CensureDeeds({ censure, onChanged }: { censure: CensureWholeFragment; onChanged: () => unknown }) {
  const { t } = useTranslation(['censures', 'words']);
  return (
    <MatterDeeds<CensureDeed, CensureWholeFragment>
      noun="censure"
      machine={CENSURE_MACHINE}
      documents={documents}
      thing={censure}
      forward={FORWARD}
      dialogs={DIALOGS}
      nameOf={(deed) => t(`words:censureDeed.${deed}`)}
      wordsOf={(deed) => ({
        about: t(`dialog.about.${deed as 'appeal'}`),
        label: t(`dialog.label.${deed as 'appeal'}`),
        isDangerous: deed === 'revoke',
      })}
      graveOf={(deed) => t(`dialog.grave.${deed as 'issue'}`, { unit: censure.unit.name })}
      onChanged={onChanged}
    />
  );
}
