import { useTranslation } from 'react-i18next';
import { RowDeed } from '../../ui/desk/RowDeed.tsx';
import { Empty } from '../../ui/Empty.tsx';
import type { ChoicesQuery } from './choices.generated.ts';
import { topicTree } from './topicTree.ts';
import { useTerms } from './useTerms.ts';
import './network.css';
import { useJoined } from '../../ui/useJoined.ts';

export type Term = ChoicesQuery['topics'][number];
interface Props {
  kind: Term['kind'];
  /** Absent where the dictionary may only be read. */
  onEdit?: (term: Term) => void;
}

/** A dictionary in its order, lower entries under their own; entries out of use stay, because old reports bear them. */
export function TermTable({ kind, onEdit }: Props) {
  const { t } = useTranslation('network');
  const { topics, sources } = useTerms();
  const joined = useJoined();
  const terms = kind === 'TOPIC' ? topics : sources;
  if (terms.length === 0) return <Empty />;
  return (
    <table className="network-table network-terms">
      <caption>{t(`term.${kind}`)}</caption>
      <thead>
        <tr>
          <th>{t('term.name')}</th>
          <th>{t('term.nameEn')}</th>
          <th>{t('term.code')}</th>
          {kind === 'TOPIC' && <th>{t('term.isProblem')}</th>}
          {kind === 'TOPIC' && <th>{t('term.tags')}</th>}
          <th>{t('term.state')}</th>
          <th className="network-number">{t('term.position')}</th>
          {onEdit && (
            <th>
              <span className="sr-only">{t('term.edit')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {topicTree(terms)
          .flatMap(({ top, below }) => [top, ...below])
          .map((term) => (
            <tr key={term.code} className={term.isActive ? undefined : 'network-closed'}>
              <th scope="row" className={term.parentCode ? 'network-lower' : undefined}>
                {term.name}
              </th>
              <td>{term.nameEn}</td>
              <td>
                <code>{term.code}</code>
              </td>
              {kind === 'TOPIC' && <td data-label={t('term.isProblem')}>{term.isProblem ? t('term.problem') : '—'}</td>}
              {kind === 'TOPIC' && <td data-label={t('term.tags')}>{joined(term.tags) || '—'}</td>}
              <td data-label={t('term.state')}>{term.isActive ? t('term.active') : t('term.closed')}</td>
              <td className="network-number" data-label={t('term.position')}>
                {term.position}
              </td>
              {onEdit && (
                <td>
                  <RowDeed deed={t('term.edit')} of={term.name} onClick={() => onEdit(term)} />
                </td>
              )}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
