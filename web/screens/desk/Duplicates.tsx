import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReporterName } from '../../nouns/reports/ReporterName.tsx';
import {
  LikelyDuplicatesDocument,
  type LikelyDuplicatesQuery,
  type ReportWholeFragment,
} from '../../nouns/reports/report.generated.ts';
import { ReportMarks, StateTag } from '../../nouns/reports/StateTag.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useTermName } from '../../ui/useTermName.ts';
import { type Mergeable, whyApart } from './mergePlan.ts';
import { SideBySide } from './SideBySide.tsx';
import './duplicates.css';

export type Duplicate = LikelyDuplicatesQuery['report']['likelyDuplicates'][number];

interface Props {
  report: ReportWholeFragment;
  chosen: readonly Mergeable[];
  onChoose: (chosen: Mergeable[]) => void;
  onMerge: () => void;
  linkTo: (id: string) => string;
}

/** Reports that look like the same matter, with enough to decide: place, topic, days apart, reporter, both texts. */
export function Duplicates({ report, chosen, onChoose, onMerge, linkTo }: Props) {
  const { t } = useTranslation('desk');
  const { data, error, loading } = useQuery(LikelyDuplicatesDocument, { variables: { id: report.id } });
  const found = data?.report.likelyDuplicates;
  const has = (id: string) => chosen.some((one) => one.id === id);
  const toggle = (one: Mergeable) => onChoose(has(one.id) ? chosen.filter((c) => c.id !== one.id) : [...chosen, one]);
  return (
    <section>
      <h3 className="report-heading">{t('duplicates.title', { count: found?.length ?? 0 })}</h3>
      {!found && error && <p>{t('duplicates.failed')}</p>}
      {!found && loading && <p>{t('duplicates.searching')}</p>}
      {found?.length === 0 && <p className="desk-none">{t('duplicates.none')}</p>}
      <ul className="as-list desk-duplicates">
        {found?.map((duplicate) => (
          <Item
            key={duplicate.report.id}
            report={report}
            duplicate={duplicate}
            isChosen={has(duplicate.report.id)}
            onToggle={() => toggle(duplicate.report)}
            to={linkTo(duplicate.report.id)}
          />
        ))}
      </ul>
      {chosen.length > 0 && (
        <Button type="primary" onClick={onMerge}>
          {t('duplicates.merge', { count: chosen.length })}
        </Button>
      )}
    </section>
  );
}

interface ItemProps {
  report: ReportWholeFragment;
  duplicate: Duplicate;
  isChosen: boolean;
  onToggle: () => void;
  to: string;
}
function Item({ report, duplicate, isChosen, onToggle, to }: ItemProps) {
  const { t, i18n } = useTranslation(['desk', 'reports']);
  const termName = useTermName();
  const [isOpen, setOpen] = useState(false);
  const { report: other, likeness, samePlace, sameTopic, daysApart } = duplicate;
  const apart = whyApart(report, other);
  return (
    <li>
      <div className="as-row desk-duplicate-head">
        {apart.length === 0 && (
          <Checkbox checked={isChosen} onChange={onToggle} aria-label={t('reports:select', { no: other.no })} />
        )}
        <Link to={to}>{other.no}</Link>
        <StateTag state={other.state} />
        <ReportMarks report={other} />
        <b className="desk-likeness">{t('duplicates.likeness', { percent: Math.round(likeness * 100) })}</b>
      </div>
      <div className="as-row desk-duplicate-facts">
        <Tag color={samePlace ? 'green' : 'default'}>
          {samePlace ? t('duplicates.samePlace') : other.place.fullName}
        </Tag>
        <Tag color={sameTopic ? 'green' : 'default'}>
          {sameTopic ? t('duplicates.sameTopic') : termName(other.topic)}
        </Tag>
        <Tag>{daysApart === 0 ? t('duplicates.sameDay') : t('duplicates.daysApart', { count: daysApart })}</Tag>
        <span>
          <ReporterName reporter={other.reporter} /> · <RelativeTime at={other.submittedAt} />
        </span>
      </div>
      {apart.length > 0 && (
        <p className="desk-none">
          {t('duplicates.cannot', {
            reasons: apart.map((reason) => reason[i18n.language === 'en' ? 'en' : 'zh']).join('；'),
          })}
        </p>
      )}
      {isOpen ? (
        <SideBySide one={{ no: report.no, text: report.content }} other={{ no: other.no, text: other.content }} />
      ) : (
        <p className="as-excerpt report-excerpt">{other.content}</p>
      )}
      <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('duplicates.fold') : t('duplicates.compare')}
      </Button>
    </li>
  );
}
