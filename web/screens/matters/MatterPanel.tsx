import type { ReactNode } from 'react';
import type { Told } from '../../nouns/reports/gathered.ts';
import { CloseBar, PanelHead } from '../../nouns/reports/ReportHead.tsx';
import { TimelineSection } from '../../nouns/reports/Timeline.tsx';
import type { StateWords } from '../../nouns/reports/useStepName.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Gone } from './Gone.tsx';
import '../../nouns/reports/reading.css';

interface Shown {
  no: string;
  timeline: readonly Told[];
}
interface Props<Thing> {
  /** Undefined until it is here; null is an answer: it is not the viewer's to see. */
  thing: Thing | null | undefined;
  asked: { error?: unknown; refetch: () => Promise<unknown> };
  address: string;
  gone: { name: string; text: string };
  /** Whose states its history names. */
  of: StateWords;
  tags: (thing: Thing) => ReactNode;
  deeds: (thing: Thing) => ReactNode;
  children: (thing: Thing) => ReactNode;
  onClose: () => void;
}

/** One matter whole: what is known of it and the way until now; its deeds stay in sight. */
export function MatterPanel<Thing extends Shown>({ thing, asked, address, gone, onClose, ...parts }: Props<Thing>) {
  if (thing === null) return <Gone {...gone} onClose={onClose} />;
  return (
    <article className="as-stack as-panel report-panel matter-panel">
      {!thing && <CloseBar onClose={onClose} />}
      <Loaded data={thing} asked={asked} isPage>
        {(it) => (
          <>
            <PanelHead no={it.no} address={address} onClose={onClose}>
              {parts.tags(it)}
            </PanelHead>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys */}
            <div tabIndex={0} className="report-panel-body">
              {parts.children(it)}
              <TimelineSection steps={it.timeline} of={parts.of} />
            </div>
            {parts.deeds(it)}
          </>
        )}
      </Loaded>
    </article>
  );
}
