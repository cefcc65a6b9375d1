import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from './PlainButton.tsx';
import './personal-data.css';
import { usePersonalDataCheck } from './personal-data.ts';
import { useJoined } from './useJoined.ts';

/**
 * Tells while a text is typed that it holds numbers or names that should not be there, and hides them on request; or that it is of
 * somebody's whereabouts, and what to write instead. Stands under every field that takes a sentence.
 */
export function PersonalDataHint({ text, onMask }: { text: string; onMask: (masked: string) => void }) {
  const { t, i18n } = useTranslation('ui');
  const joined = useJoined();
  const check = usePersonalDataCheck();
  const settled = useDeferredValue(text);
  const [masked, setMasked] = useState<string>();
  const people = check?.peopleIn(settled);
  const followed = people?.whereabouts;
  const found = people ? [...people.numbers, ...people.names].sort((a, b) => a.start - b.start) : [];
  if (!check || (found.length === 0 && !followed))
    return <div role="status">{masked !== undefined && masked === text && t('personal.masked')}</div>;
  const list = joined(found.map(({ kind, text: words }) => t(`personal.${kind}`, { text: words })));
  return (
    <div className="as-row personal-data" role="status">
      {followed && (
        <p>
          “{followed.text}”：{check.WRITE_INSTEAD[i18n.language.startsWith('zh') ? 'zh' : 'en']}
        </p>
      )}
      {found.length > 0 && (
        <>
          <p>{t('personal.found', { list })}</p>
          <PlainButton
            onClick={() => {
              setMasked(check.maskPersonalData(text));
              onMask(check.maskPersonalData(text));
            }}
          >
            {t('personal.mask')}
          </PlainButton>
        </>
      )}
    </div>
  );
}
