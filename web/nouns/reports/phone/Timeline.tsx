import { useTranslation } from 'react-i18next';
import { shanghaiTime } from '../../../ui/time.ts';
import { useCounted } from '../../attachments/useCounted.ts';
import { gathered } from '../gathered.ts';
import { useActorName } from '../useActorName.ts';
import type { ReportInFullFragment } from './mine.generated.ts';

type Step = ReportInFullFragment['timeline'][number];

/** What was done to a report, by whom as far as the reader may know, newest first. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  const { t, i18n } = useTranslation(['officer', 'words']);
  const actorName = useActorName();
  const { told } = useCounted();
  const newestFirst = gathered(steps).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  // What a case does for it is said in the reporter's words.
  const deedName = ({ deed, attachmentKinds }: Step) => {
    if (attachmentKinds.length > 0) return told(deed, attachmentKinds);
    if (i18n.exists(`officer:one.step.${deed}`)) return t(`one.step.${deed as 'case'}`);
    return i18n.exists(`words:deed.${deed}`) ? t(`words:deed.${deed as 'submit'}`) : deed;
  };
  return (
    <ol className="as-list timeline">
      {newestFirst.map((step) => (
        <li key={step.id}>
          <p>
            <strong>{deedName(step)}</strong>
            <span>{t('one.by', { ...actorName(step), name: actorName(step).name ?? '' })}</span>
          </p>
          {step.note && <p className="timeline-note">{step.note}</p>}
          <time dateTime={step.at}>{shanghaiTime(step.at)}</time>
        </li>
      ))}
    </ol>
  );
}
