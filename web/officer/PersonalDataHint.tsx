import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../ui/PlainButton.tsx';
import { usePersonalDataCheck } from './personal-data.ts';

/** Tells while the text is typed that it names a number that should not be there, and hides it on request. */
export function PersonalDataHint({ text, onMask }: { text: string; onMask: (masked: string) => void }) {
  const { t } = useTranslation('officer');
  const check = usePersonalDataCheck();
  const settled = useDeferredValue(text);
  const found = check?.findPersonalData(settled) ?? [];
  if (!check || found.length === 0) return <div role="status" />;
  const list = found.map(({ kind, text: number }) => t(`personal.${kind}`, { text: number })).join('、');
  return (
    <div className="personal-data" role="status">
      <p>{t('personal.found', { list })}</p>
      <PlainButton
        onClick={() => {
          onMask(check.maskPersonalData(text));
          void import('../ui/phone-dialogs.ts').then(({ Toast }) => Toast.show(t('personal.masked')));
        }}
      >
        {t('personal.mask')}
      </PlainButton>
    </div>
  );
}
