import { AWAITED, DESK_DEEDS } from '@lxq/schema/reports/report-desk.ts';
import { isDoneBy, startsFrom } from '@lxq/schema/transitions.ts';
import { Button, Tooltip } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../deeds/useSend.ts';
import { PresenceMark } from '../../nouns/desks/PresenceMark.tsx';
import type { ReportWholeFragment } from '../../nouns/reports/report.generated.ts';
import { useViewer } from '../../session/session.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { ReadUrgeDocument } from './beside.generated.ts';
import { KEY_CAPS } from './keys.ts';
import type { Asked, BesideDeeds } from './useBeside.tsx';

const CAPS: Record<Asked, string> = {
  ...{ assign: KEY_CAPS.assign, mark: KEY_CAPS.mark, note: KEY_CAPS.note, urge: KEY_CAPS.urge },
};

/** Who else has it open, who takes it, and what the desk may do beside handling it. */
export function BesideBar({ report, deeds }: { report: ReportWholeFragment; deeds: BesideDeeds }) {
  const { t } = useTranslation('desk');
  const { post } = useViewer();
  const { assignment } = report;
  useReading(report);
  return (
    <section className="as-wrap beside-bar" aria-label={t('beside.label')}>
      <PresenceMark subject="REPORT" id={report.id} />
      <Urged report={report} />
      <span className="as-wrap beside-deeds">
        {report.viewerCanAssign && <DeskButton deed="assign" deeds={deeds} />}
        {report.viewerCanAssign && !assignment?.isMine && (
          <Button size="small" disabled={deeds.isBusy} onClick={() => void deeds.takeOver(report, post.id)}>
            {t(assignment ? 'beside.takeOver' : 'beside.take')}
          </Button>
        )}
        {assignment && isDoneBy(DESK_DEEDS.unassign, post.role) && (
          <Button size="small" disabled={deeds.isBusy} onClick={() => void deeds.unassign(report)}>
            {t('beside.unassign')}
          </Button>
        )}
        {report.viewerCanMark && <DeskButton deed="mark" deeds={deeds} />}
        {report.viewerCanNote && <DeskButton deed="note" deeds={deeds} />}
        {report.viewerCanUrge && startsFrom(DESK_DEEDS.urge, report.state) && <DeskButton deed="urge" deeds={deeds} />}
      </span>
    </section>
  );
}

function DeskButton({ deed, deeds }: { deed: Asked; deeds: BesideDeeds }) {
  const { t } = useTranslation('desk');
  const isNarrow = useIsNarrow();
  return (
    <Tooltip title={isNarrow ? '' : t(`beside.${deed}Help`)}>
      <Button size="small" disabled={deeds.isBusy} onClick={() => deeds.ask(deed)}>
        {t(`beside.${deed}`)} {!isNarrow && <Kbd>{CAPS[deed]}</Kbd>}
      </Button>
    </Tooltip>
  );
}

/** That somebody waits, in their own words. */
function Urged({ report: { urge, state } }: { report: ReportWholeFragment }) {
  const { t } = useTranslation('desk');
  if (!urge || !(AWAITED as readonly string[]).includes(state)) return null;
  return (
    <p className="beside-urge">
      {t('beside.urgedBy', { name: urge.byName, at: shanghaiTime(urge.urgedAt) })}
      {urge.text && `：${urge.text}`} <b>{urge.readAt ? t('beside.read') : t('beside.unread')}</b>
    </p>
  );
}

/** A clerk of the station that is urged has it before their eyes: whoever urges is told, once. */
function useReading({ id, urge }: ReportWholeFragment) {
  const { post } = useViewer();
  const { send } = useSend();
  const told = useRef<string>(undefined);
  const unread = urge && !urge.readAt && post.role === 'TOWNSHIP_CLERK' ? urge.id : undefined;
  useEffect(() => {
    if (!unread || told.current === unread) return;
    told.current = unread;
    void send(ReadUrgeDocument, { id });
  }, [unread, id, send]);
}
