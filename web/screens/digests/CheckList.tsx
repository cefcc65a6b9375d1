import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import css from './checks.module.css';
import type { DigestChecksQuery } from './desk.generated.ts';

type Check = DigestChecksQuery['digest']['checks'][number];
interface Props {
  checks: readonly Check[];
  onItem: (item: string) => void;
}

/** What must be mended before review, then what should be looked at; each opens its item. */
export function CheckList({ checks, onItem }: Props) {
  const { t } = useTranslation('digests');
  const blocking = checks.filter(({ severity }) => severity === 'BLOCKS');
  const warning = checks.filter(({ severity }) => severity === 'WARNS');
  if (checks.length === 0)
    return (
      <p className={css.checksPassed} role="status">
        <CheckCircleFilled aria-hidden /> {t('checks.passed')}
      </p>
    );
  return (
    <div className={css.checks}>
      {blocking.length > 0 && (
        <>
          <h2>{t('checks.blocks', { count: blocking.length })}</h2>
          <CheckRows checks={blocking} onItem={onItem} />
        </>
      )}
      {warning.length > 0 && (
        <>
          <h2>{t('checks.warns', { count: warning.length })}</h2>
          <CheckRows checks={warning} onItem={onItem} />
        </>
      )}
    </div>
  );
}

function CheckRows({ checks, onItem }: Props) {
  const { t } = useTranslation('digests');
  return (
    <ul className="as-list">
      {checks.map(({ code, severity, message, itemId }) => (
        <li key={`${code} ${itemId} ${message}`} className={severity === 'BLOCKS' ? css.blocks : css.warns}>
          {severity === 'BLOCKS' ? <CloseCircleFilled aria-hidden /> : <ExclamationCircleFilled aria-hidden />}
          <span>{message}</span>
          {itemId && (
            <button type="button" className={css.linkButton} onClick={() => onItem(itemId)}>
              {t('checks.open')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
