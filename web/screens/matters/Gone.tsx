import { PanelHead } from '../../nouns/reports/ReportHead.tsx';

/** Null is an answer: what was open here is no longer the viewer's to see. */
export const Gone = ({ name, text, onClose }: { name: string; text: string; onClose: () => void }) => (
  <article className="as-stack as-panel report-panel matter-panel">
    <PanelHead no={name} onClose={onClose} />
    <p className="report-panel-body">{text}</p>
  </article>
);
