import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemOf } from '../../../device/useOutbox.ts';
import { OneReportDocument } from '../../../nouns/reports/phone/mine.generated.ts';
import { differing, type Side } from './differing.ts';
import { useSides } from './useSides.ts';

/** Both are kept: what was written here beside what stands in the county, and in what they differ. */
export function Conflict({ item }: { item: ItemOf<'report'> }) {
  const { t } = useTranslation('officer');
  const sides = useSides();
  const { mends } = item.promised.draft;
  const id = mends?.reportId ?? item.stored?.storedId ?? item.failure?.storedId;
  const { data } = useQuery(OneReportDocument, { variables: { id: id ?? '' }, skip: id === undefined });
  const at = id === undefined ? '/officer/mine' : `/officer/mine/${id}`;
  const rows = data ? differing(sides.mine(item.promised.draft), sides.stored(data.report)) : [];
  return (
    <section className="conflict">
      {data && rows.length === 0 && <p>{t('conflict.same')}</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('conflict.what')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.stored')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, mine, stored }: Side) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{mine || '—'}</td>
                <td>{stored || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Link to={at}>{t('outbox.viewStored')}</Link>
    </section>
  );
}
