import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '../i18n/i18n.ts';
import { chime, sound } from '../live/sound.ts';
import { COLOURS, colours, largeLetters } from '../ui/look.ts';
import { Icon } from '../ui/phone/Icon.tsx';
import { useKept } from '../ui/useKept.ts';

/** How this device speaks, looks and sounds; kept on it, whoever signs in. */
export function PhoneLook() {
  const { t } = useTranslation(['session', 'ui']);
  const [isLarge, setLarge] = useKept(largeLetters);
  const [chosen, choose] = useKept(colours);
  const [isLoud, setLoud] = useKept(sound);
  const language = currentLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <>
      <button type="button" className="as-words" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
        {t(isLarge ? 'look.large.on' : 'look.large.off')}
      </button>
      <fieldset className="as-list phone-colours">
        <legend>{t('look.colours')}</legend>
        {COLOURS.map((each) => (
          <button
            key={each}
            type="button"
            className="as-words"
            aria-pressed={each === chosen}
            onClick={() => choose(each)}
          >
            {t(`look.${each}`)}
            {each === chosen && <Icon of="check" />}
          </button>
        ))}
      </fieldset>
      <button type="button" className="as-words" lang={language} onClick={() => void chooseLanguage(language)}>
        {language === 'en' ? 'English' : '中文'}
      </button>
      <button
        className="as-words"
        type="button"
        onClick={() => {
          setLoud(!isLoud);
          chime();
        }}
      >
        {isLoud ? t('ui:sound.on') : t('ui:sound.off')}
      </button>
    </>
  );
}
