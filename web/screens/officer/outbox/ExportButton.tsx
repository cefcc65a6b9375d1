import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDb } from '../../../device/local-db.ts';
import type { ItemOf } from '../../../device/useOutbox.ts';
import { useWaitingText } from '../../../device/useWaitingText.ts';
import { countyNow } from '../../../ui/county-clock.ts';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { Toast } from '../../../ui/phone/dialogs.ts';
import { shanghaiTime } from '../../../ui/time.ts';
import { useSides } from './useSides.ts';

/** The whole queue as a file in its author's hands, for the day on which it will not go by itself. */
export function ExportButton({ items }: { items: readonly ItemOf<'report'>[] }) {
  const { t } = useTranslation('officer');
  const waitingText = useWaitingText();
  const sides = useSides();
  const [isBusy, setBusy] = useState(false);
  const [url, setUrl] = useState<string>();
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);

  async function hand() {
    setBusy(true);
    setUrl(undefined);
    try {
      const { exportOf, handOver } = await import('../../../device/export.ts');
      const title = t('outbox.export.title', { count: items.length, time: shanghaiTime(countyNow()) });
      const page = await exportOf(localDb, items, {
        title,
        missing: t('outbox.export.missing'),
        lines: (item) =>
          item.promised.kind !== 'report'
            ? []
            : [
                ...sides.mine(item.promised.draft),
                [t('outbox.export.queuedAt'), shanghaiTime(item.queuedAt)],
                [t('outbox.export.why'), waitingText(item)],
              ],
      });
      const outcome = await handOver(page, `lianxinqiao-${shanghaiTime(countyNow()).slice(0, 10)}.html`);
      if (typeof outcome === 'object') setUrl(outcome.url);
      else if (outcome === 'SHARED') Toast.show(t('outbox.export.done'));
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className="as-stack outbox-export">
      <PlainButton disabled={isBusy} onClick={() => void hand()}>
        {t(isBusy ? 'outbox.export.busy' : 'outbox.export.deed')}
      </PlainButton>
      {url && (
        <p className="card-note">
          <a href={url}>{t('outbox.export.open')}</a>
          <span>{t('outbox.export.hint')}</span>
        </p>
      )}
    </div>
  );
}
