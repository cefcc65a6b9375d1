import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PortfoliosDocument } from '../../nouns/network/network.generated.ts';
import { PortfolioTopics, Unheld } from '../../nouns/network/PortfolioTopics.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

/** 领导分工: which leader is in charge of which topics (R31); a topic of nobody is shown as such. */
export function Portfolios() {
  const { t } = useTranslation('network');
  const { data, error, refetch } = useQuery(PortfoliosDocument);
  return (
    <Loaded data={data?.portfolios} asked={{ error, refetch }} empty={<Empty text={t('noPortfolios')} />}>
      {(portfolios) => (
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
              {portfolios.map(({ id, leader, heading, name, topicCodes }) => (
                <tr key={id}>
                  <th scope="row">{leader.name}</th>
                  <td>{heading || name}</td>
                  <td>
                    <PortfolioTopics codes={topicCodes} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Unheld portfolios={portfolios} />
        </>
      )}
    </Loaded>
  );
}
