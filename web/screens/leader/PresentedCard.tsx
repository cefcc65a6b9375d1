import { PRESENTATION_MACHINE } from '@lxq/schema/presentations/presentation-states.ts';
import { Button } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import * as documents from '../../nouns/presentations/deeds.derived.generated.ts';
import type { PresentationWholeFragment } from '../../nouns/presentations/presentation.generated.ts';
import { useSaid } from '../../ui/phone/useSaid.ts';
import { clockOrDay } from '../../ui/time.ts';
import { useTermName } from '../../ui/useTermName.ts';
import alerts from './alerts.module.css';
import { InstructSheet } from './InstructSheet.tsx';
import type { PresentedRowFragment } from './leader.generated.ts';
import css from './leader.module.css';
import presented from './presented.module.css';

/** A report that the office has put before this leader, without waiting for an issue (R29). */
export function PresentedCard({ presentation }: { presentation: PresentedRowFragment }) {
  const { t } = useTranslation(['leader', 'words']);
  const nameOf = useTermName();
  const [isInstructing, setInstructing] = useState(false);
  const { report } = presentation;
  return (
    <article className={presented.card}>
      <Link to={`/leader/reports/${report.id}`} className={alerts.alertText}>
        <span className={alerts.alertHead}>
          <strong>{report.place.fullName}</strong>
          <span>{nameOf(report.topic)}</span>
        </span>
        <span className={alerts.alertExcerpt}>{report.excerpt}</span>
        <span className={css.faint}>
          {report.channel !== 'OFFICER' && `${t(`words:channel.${report.channel}`)} · `}
          <PresentedBy presentation={presentation} />
        </span>
      </Link>
      <footer className={presented.foot}>
        <ReadButton presentation={presentation} place={report.place.fullName} />
        <Button color="primary" size="middle" onClick={() => setInstructing(true)}>
          {t('instruct.deed')}
        </Button>
      </footer>
      {isInstructing && (
        <InstructSheet
          target={{ kind: 'report', id: report.id }}
          title={`${report.place.fullName}：${report.excerpt}`}
          reports={[report]}
          onClose={() => setInstructing(false)}
        />
      )}
    </article>
  );
}

type Presented = Pick<PresentationWholeFragment, 'id' | 'state' | 'presentedByName' | 'presentedAt'>;

/** Who put it there, and when. */
export function PresentedBy({ presentation }: { presentation: Presented }) {
  const { t } = useTranslation('leader');
  const { presentedByName: name, presentedAt } = presentation;
  return <>{t('presented.by', { name, time: clockOrDay(presentedAt) })}</>;
}

/** 已阅: read, and nothing to instruct. */
export function ReadButton({ presentation, place }: { presentation: Presented; place: string }) {
  const { t } = useTranslation('leader');
  const said = useSaid();
  const { isBusy, one } = useDeeds(PRESENTATION_MACHINE, documents);
  if (!may(PRESENTATION_MACHINE, 'read', presentation)) return null;
  return (
    <Button
      size="middle"
      loading={isBusy}
      onClick={async () => said(await one('read', presentation), t('presented.done', { place }))}
    >
      {t('presented.read')}
    </Button>
  );
}
