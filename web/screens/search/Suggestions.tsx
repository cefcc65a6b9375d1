import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty.tsx';

/** Before anything is searched: what can be searched by, and words to begin with. */
export function Suggestions({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation('search');
  const words = t('examples').split('|');
  return (
    <Empty text={text ? t('tooShort') : t('begin')}>
      <div className="as-wrap search-suggestions">
        <p>{t('ways')}</p>
        {words.map((word) => (
          <Button key={word} shape="round" onClick={() => onSearch(word)}>
            {word}
          </Button>
        ))}
      </div>
    </Empty>
  );
}

/** Nothing was found: what to change. */
export function NothingFound({ text, onWiden }: { text: string; onWiden: (() => void) | undefined }) {
  const { t } = useTranslation('search');
  return (
    <Empty text={t('nothing', { text })}>
      <div className="as-wrap search-suggestions">
        <p>{t('try')}</p>
        {onWiden && (
          <Button type="primary" onClick={onWiden}>
            {t('widen')}
          </Button>
        )}
      </div>
    </Empty>
  );
}
