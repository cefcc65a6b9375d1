import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { PortfoliosDocument } from '../../nouns/network/network.generated.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTermName } from '../../ui/useTermName.ts';

/** 领导分工: which leader is in charge of which topics (R31); a topic of nobody is shown as such. */
export function Portfolios() {
  const { t } = useTranslation('network');
  const termName = useTermName();
  const { data, error, refetch } = useQuery(PortfoliosDocument);
  return (
    <Loaded
      data={data}
      error={error}
      onRetry={() => void refetch()}
      isEmpty={({ portfolios }) => portfolios.length === 0}
      empty={<Empty text={t('noPortfolios')} />}
    >
      {({ portfolios, terms }) => {
        const held = new Set(portfolios.flatMap((portfolio) => portfolio.topicCodes));
        const name = (code: string) => {
          const term = terms.find((each) => each.code === code);
          return term ? termName(term) : code;
        };
        const unheld = terms.filter((term) => !held.has(term.code));
        return (
          <>
            <table className="network-table">
              <caption className="sr-only">{t('view.portfolios')}</caption>
              <thead>
                <tr>
                  <th>{t('column.leader')}</th>
                  <th>{t('column.portfolio')}</th>
                  <th>{t('column.topics')}</th>
                </tr>
              </thead>
              <tbody>
                {portfolios.map((portfolio) => (
                  <tr key={portfolio.id}>
                    <th scope="row">{portfolio.leader.name}</th>
                    <td>{portfolio.heading || portfolio.name}</td>
                    <td>
                      {portfolio.topicCodes.map((code) => (
                        <Tag key={code}>{name(code)}</Tag>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {unheld.length > 0 && (
              <p className="network-unheld">{t('unheld', { topics: unheld.map(termName).join('、') })}</p>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
