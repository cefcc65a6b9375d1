import { useTranslation } from 'react-i18next';
import type { Attached } from '../../../device/draft.ts';
import { DOCUMENTS } from '../../../device/prepare.ts';
import { Chooser } from './ChooseButtons.tsx';
import type { Choosing } from './useChoosing.ts';

/** Another photo or document in the place of one that was not taken; what was said is recorded anew instead. */
export function ReplaceButton({ kind, name, choosing }: Pick<Attached, 'kind'> & { name: string; choosing: Choosing }) {
  const { t } = useTranslation('officer');
  if (kind === 'VOICE') return null;
  return (
    <Chooser
      accept={kind === 'PHOTO' ? 'image/*' : DOCUMENTS}
      label={t('attach.replaceOne', { name })}
      onChoose={(files) => choosing.choose(files.slice(0, 1), kind)}
    >
      {t('attach.replace')}
    </Chooser>
  );
}
