import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PortfoliosQuery } from './network.generated.ts';
import { useTerms } from './useTerms.ts';
import './network.css';
import { useJoined } from '../../ui/useJoined.ts';

/** The topics of a portfolio by name. */
export function PortfolioTopics({ codes }: { codes: readonly string[] }) {
  const { topics, nameOf } = useTerms();
  const named = new Map(topics.map((topic) => [topic.code, nameOf(topic)]));
  return (
    <span className="as-wrap network-topics">
      {codes.map((code) => (
        <Tag key={code}>{named.get(code) ?? code}</Tag>
      ))}
    </span>
  );
}

/** The topics in use that nobody is in charge of. */
export function Unheld({ portfolios }: Pick<PortfoliosQuery, 'portfolios'>) {
  const { t } = useTranslation('network');
  const joined = useJoined();
  const { topics, nameOf } = useTerms();
  const held = new Set(portfolios.flatMap((portfolio) => portfolio.topicCodes));
  const unheld = topics.filter((topic) => topic.isActive && !held.has(topic.code));
  if (unheld.length === 0) return null;
  return <p className="network-unheld">{t('unheld', { topics: joined(unheld.map(nameOf)) })}</p>;
}
