import { ACCOUNTABILITY_BASES, ACCOUNTABILITY_KINDS } from '@lxq/schema/accountabilities/accountability-states.ts';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/Empty.tsx';
import type { SupervisionQuery } from './supervision.generated.ts';
import '../../../nouns/network/network.css';

type OfUnit = SupervisionQuery['supervisionByUnit'][number];
type OfKind = SupervisionQuery['accountabilityByKind'][number];
const COLUMNS = ['guidance', 'supervision', 'inspected', 'censures', 'accountabilities'] as const;

/** A unit a row, in the order of their codes, which is nobody's rank. */
export function ByUnit({ rows }: { rows: readonly OfUnit[] }) {
  const { t } = useTranslation(['supervision', 'words']);
  const names = {
    guidance: t('words:orderKind.GUIDANCE'),
    supervision: t('words:orderKind.SUPERVISION'),
    inspected: t('column.inspected'),
    censures: t('column.censures'),
    accountabilities: t('column.accountabilities'),
  };
  if (rows.length === 0) return <Empty text={t('none')} />;
  const total = Object.fromEntries(
    COLUMNS.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as Record<(typeof COLUMNS)[number], number>;
  return (
    <table className="network-table">
      <caption>{t('byUnit')}</caption>
      <thead>
        <tr>
          <th>{t('column.unit')}</th>
          {COLUMNS.map((name) => (
            <th key={name} className="network-number">
              {names[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...rows.map((row) => ({ ...row, name: row.unit.name })), { ...total, name: t('column.total') }].map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {COLUMNS.map((name) => (
              <td key={name} className="network-number" data-label={names[name]}>
                {row[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was decided, by what for. */
export function ByKind({ rows }: { rows: readonly OfKind[] }) {
  const { t } = useTranslation('supervision');
  if (rows.length === 0) return null;
  const countOf = (kind: string, basis: string) =>
    rows.find((row) => row.kind === kind && row.basis === basis)?.count ?? 0;
  const kinds = ACCOUNTABILITY_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  return (
    <table className="network-table">
      <caption>{t('byKind')}</caption>
      <thead>
        <tr>
          <th>{t('fact.kind')}</th>
          {ACCOUNTABILITY_BASES.map((basis) => (
            <th key={basis} className="network-number">
              {t(`basis.${basis}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`kind.${kind}`)}</th>
            {ACCOUNTABILITY_BASES.map((basis) => (
              <td key={basis} className="network-number" data-label={t(`basis.${basis}`)}>
                {countOf(kind, basis)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
