import { useTranslation } from 'react-i18next';

interface Props {
  hash: string;
  predicate: string;
  from?: string | null;
  to?: string | null;
  comparedFrom?: string | null;
  comparedTo?: string | null;
  isFromTallies?: boolean;
}

/** Of which days it is, and the hash by which cell, list and file are known to be about the same things. */
export function Provenance({ hash, predicate, from, to, comparedFrom, comparedTo, isFromTallies }: Props) {
  const { t } = useTranslation('analyst');
  const days = () => {
    if (from && to) return t('daysFromTo', { from, to });
    if (from) return t('daysFrom', { from });
    return to ? t('daysTo', { to }) : t('allDays');
  };
  return (
    <>
      {from !== undefined && <span>{days()}</span>}
      {comparedFrom && comparedTo && <span>{t('against', { from: comparedFrom, to: comparedTo })}</span>}
      {isFromTallies && <span>{t('fromTallies')}</span>}
      <span className="table-hash">
        {t('hash')} <code title={predicate}>{hash}</code>
      </span>
    </>
  );
}
