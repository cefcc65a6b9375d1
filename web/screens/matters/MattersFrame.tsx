import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { ReportSplit } from '../../nouns/reports/ReportSplit.tsx';
import { OwnTasks } from '../../nouns/signing/OwnTasks.tsx';
import { useViewer } from '../../session/session.ts';
import { MatterKinds } from './MatterKinds.tsx';
import './matters.css';

interface Props {
  title: string;
  /** Where they lie, and what else stands above the list. */
  children: ReactNode;
  list: ReactNode;
  /** The one that is open. */
  panel: ReactNode;
}

/** Instructions, cases and revisits stand in one frame: what they are, where they lie, the list, and one of them open beside it. */
export function MattersFrame({ title, children, list, panel }: Props) {
  const { screens } = useViewer();
  const { id } = useParams();
  return (
    <div className="report-page">
      <header className="as-wrap matter-top">
        <h1>{title}</h1>
        <MatterKinds />
        {children}
      </header>
      {/* Whoever has no home page has here what waits for them. */}
      {!screens.includes('home') && !id && (
        <div className="as-stack matter-own">
          <OwnTasks />
        </div>
      )}
      <ReportSplit list={list} panel={panel} />
    </div>
  );
}
