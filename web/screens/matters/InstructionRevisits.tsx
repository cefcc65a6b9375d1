import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { InstructionRevisitsDocument } from './matters.generated.ts';

/** 核查回访: what the villager said when the office asked whether the result is true; each is made where it is read whole. */
export function InstructionRevisits({ id }: { id: string }) {
  const { t } = useTranslation(['matters', 'words']);
  const { data, refetch } = useQuery(InstructionRevisitsDocument, { variables: { id } });
  useRefetchOnChanges(({ instructionId, revisitId }) => instructionId === id || Boolean(revisitId), refetch);
  const revisits = data?.instruction?.revisits ?? [];
  if (revisits.length === 0) return null;
  return (
    <section>
      <h3 className="report-heading">{t('kind.revisits')}</h3>
      <ul className="as-list matter-lines">
        {revisits.map(({ id: of, kind, state, method, rating, opinion }) => (
          <li key={of}>
            <Link to={`/matters/revisits/${of}`}>{t(`words:revisitKind.${kind}`)}</Link>{' '}
            <Tag>{t(`words:revisitState.${state}`)}</Tag> {method && t(`words:verifiedBy.${method}`)}{' '}
            {rating && <b>{t(`words:rating.${rating}`)}</b>}
            {opinion && <p className="as-verbatim">{opinion}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
