import { EyeOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { usePresence } from '../../live/usePresence.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import './desks.css';
import { useJoined } from '../../ui/useJoined.ts';

/** Which colleagues have it open as well: by name; where there is no room a dot with their number. */
export function PresenceMark({ subject, id }: { subject: string; id: string }) {
  const { t } = useTranslation('reports');
  const joined = useJoined();
  const isNarrow = useIsNarrow();
  const { names, count } = usePresence(subject, id);
  const said = joined(names);
  const rest = count - names.length;
  const words =
    rest > 0 ? t('beside.presenceMore', { names: said, count, rest }) : t('beside.presence', { names: said });
  return (
    <span role="status" className="presence">
      {count > 0 && (
        <span className="presence-mark" title={words}>
          {isNarrow ? (
            <>
              <span className="presence-dot" aria-hidden="true">
                {count}
              </span>
              <span className="sr-only">{words}</span>
            </>
          ) : (
            <>
              <EyeOutlined aria-hidden /> {words}
            </>
          )}
        </span>
      )}
    </span>
  );
}
