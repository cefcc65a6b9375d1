import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UnitRowFragment } from '../../nouns/network/network.generated.ts';
import { countText } from '../../ui/count-text.ts';

interface Props {
  units: readonly UnitRowFragment[];
  /** Shows who acts for the unit. */
  onOpen: (code: string) => void;
}

/** A township's name opens its villages; numbers stand right. */
export function UnitTable({ units, onOpen }: Props) {
  const { t } = useTranslation(['network', 'words']);
  return (
    <table className="network-table">
      <caption className="sr-only">{t('view.units')}</caption>
      <thead>
        <tr>
          <th>{t('column.unit')}</th>
          <th>{t('column.kind')}</th>
          <th>{t('column.area')}</th>
          <th>{t('column.principal')}</th>
          <th className="network-number">{t('column.officers')}</th>
          <th>{t('column.covered')}</th>
          <th>
            <span className="sr-only">{t('column.posts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.code}>
            <th scope="row">
              {unit.kind === 'TOWNSHIP_STATION' ? (
                <Link to={`/network?kind=VILLAGE_ROOM&parent=${unit.code}`}>{unit.name}</Link>
              ) : (
                unit.name
              )}
              <span className="network-code">{unit.code}</span>
            </th>
            <td>{t(`words:unitKind.${unit.kind}`)}</td>
            <td data-label={t('column.area')}>
              <AreaName area={unit.area} />
            </td>
            <td data-label={t('column.principal')}>{unit.principal?.name ?? '—'}</td>
            <td className="network-number" data-label={t('column.officers')}>
              {countText(unit.activeOfficers)}
            </td>
            <td>
              {unit.isCovered ? (
                <span className="network-covered">
                  <CheckCircleFilled aria-hidden /> {t('covered')}
                </span>
              ) : (
                <span className="network-uncovered">
                  <ExclamationCircleFilled aria-hidden /> {t('uncovered')}
                </span>
              )}
            </td>
            <td>
              <Button onClick={() => onOpen(unit.code)}>
                {t('openPosts')}
                <span className="sr-only">{unit.name}</span>
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 片 with its chief and deputy (R19). */
function AreaName({ area }: { area: UnitRowFragment['area'] }) {
  const { t } = useTranslation('network');
  if (!area) return <>—</>;
  const people = [area.chief && t('chief', area.chief), area.deputy && t('deputy', area.deputy)].filter(Boolean);
  return (
    <>
      {area.name}
      {people.length > 0 && <span className="network-people">{people.join(' · ')}</span>}
    </>
  );
}
