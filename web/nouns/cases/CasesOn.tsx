import { CASE_OPENERS } from '@lxq/schema/cases/case-states.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../session/session.ts';
import { CaseStateTag } from './CaseStateTag.tsx';
import type { CaseLineFragment } from './case.generated.ts';
import { type CaseSource, OpenCaseDialog, type Proposed } from './OpenCaseDialog.tsx';
import './cases.css';

interface Props {
  source: CaseSource;
  cases: readonly CaseLineFragment[];
  /** As far as what it is opened on allows; the post is looked at here. */
  isOpenable: boolean;
  proposed: Proposed;
  receivedOn: string;
}

/** The cases that were opened on a report or an instruction, and the way to open one. */
export function CasesOn({ source, cases, isOpenable, ...opening }: Props) {
  const { t } = useTranslation('cases');
  const { post, screens } = useViewer();
  const [isOpening, setOpening] = useState(false);
  const mayOpen = isOpenable && (CASE_OPENERS as readonly string[]).includes(post.role) && screens.includes('matters');
  if (cases.length === 0 && !mayOpen) return null;
  return (
    <section>
      <h3 className="report-heading">{t('on.title')}</h3>
      <ul className="as-list cases-of">
        {cases.map(({ id, no, title, state }) => (
          <li key={id}>
            <Link to={`/matters/cases/${id}`}>{no}</Link> {title} <CaseStateTag state={state} />
          </li>
        ))}
      </ul>
      {mayOpen && <Button onClick={() => setOpening(true)}>{t(`on.${source.channel}`)}</Button>}
      {isOpening && <OpenCaseDialog source={source} {...opening} onClose={() => setOpening(false)} />}
    </section>
  );
}
