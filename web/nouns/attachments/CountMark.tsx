import { useTranslation } from 'react-i18next';

interface Counted {
  attachmentsPromised: number;
  attachmentsArrived: number;
}

/** In a list, that something is attached, and how much of it has come where not all has. */
export function CountMark({ of, className }: { of: Counted; className: string }) {
  const { t } = useTranslation('attachments');
  const { attachmentsPromised: count, attachmentsArrived: arrived } = of;
  if (count === 0) return null;
  return <span className={className}>{t(arrived === count ? 'mark.all' : 'mark.some', { count, arrived })}</span>;
}
