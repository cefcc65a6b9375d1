import { DownOutlined } from '@ant-design/icons';
import { REPORT_MACHINE, type ReportDeed } from '@lxq/schema/reports/report-states.ts';
import { deedsOf } from '@lxq/schema/transitions.ts';
import { Button, Dropdown, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedBar as DeedFooter } from '../../deeds/desk/DeedBar.tsx';
import { DeedButtons } from '../../deeds/desk/DeedButtons.tsx';
import { useTerms } from '../../nouns/network/useTerms.ts';
import type { ReportWholeFragment } from '../../nouns/reports/report.generated.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { KEY_CAPS } from './keys.ts';
import { useDeedName } from './useDeedName.ts';
import { may } from './useReportDeeds.ts';
import './report-panel.css';

interface Props {
  report: ReportWholeFragment;
  ask: (deed: ReportDeed) => void;
  triageAs: (topic: string) => void;
  isBusy: boolean;
}

const CAPS: Partial<Record<ReportDeed, string>> = {
  return: KEY_CAPS.return,
  merge: KEY_CAPS.merge,
  flagUrgent: KEY_CAPS.urgent,
  planUrgent: KEY_CAPS.accept,
};
/** What is the thing to do comes first; an author's deeds are on the phone. */
const FIRST: readonly ReportDeed[] = ['planUrgent'];
const APART: readonly ReportDeed[] = ['triage', 'resubmit', 'withdraw', ...FIRST];
const PLAIN = [...FIRST, ...deedsOf(REPORT_MACHINE).filter((deed) => !APART.includes(deed))];

/** What may be done with this report now; what may not is not shown. */
export function DeedBar({ report, ask, triageAs, isBusy }: Props) {
  const { t } = useTranslation('desk');
  const nameOf = useDeedName();
  const deeds = PLAIN.filter((deed) => may(deed, report));
  if (deeds.length === 0 && !may('triage', report)) return null;
  return (
    <DeedFooter>
      {may('triage', report) && <TriageButton {...{ report, ask, triageAs, isBusy }} />}
      <DeedButtons
        machine={REPORT_MACHINE}
        deeds={deeds}
        primary={FIRST}
        nameOf={nameOf}
        helpOf={(deed) => t(`deedHelp.${deed as 'archive'}`, { defaultValue: '' })}
        caps={CAPS}
        isBusy={isBusy}
        ask={ask}
      />
    </DeedFooter>
  );
}

/** Accepts as reported; the arrow accepts under another topic. */
function TriageButton({ report, ask, triageAs, isBusy }: Props) {
  const { t } = useTranslation('desk');
  const isNarrow = useIsNarrow();
  const { tree, nameOf } = useTerms();
  return (
    <Space.Compact>
      <Button type="primary" disabled={isBusy} onClick={() => ask('triage')}>
        {t('deed.triage')} {!isNarrow && <Kbd>{KEY_CAPS.accept}</Kbd>}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          className: 'desk-topics',
          items: tree.map(({ top, below }) => ({
            key: `under ${top.code}`,
            type: 'group',
            label: nameOf(top),
            children: (below.length ? below : [top])
              .filter((topic) => topic.isActive && topic.code !== report.topic.code)
              .map((topic) => ({
                key: topic.code,
                label:
                  topic.isAccusation && report.line !== 'SEALED'
                    ? t('sealedTopic', { name: nameOf(topic) })
                    : nameOf(topic),
              })),
          })),
          onClick: ({ key }) => triageAs(key),
        }}
      >
        <Button type="primary" disabled={isBusy} icon={<DownOutlined />} aria-label={t('triageAs')} />
      </Dropdown>
    </Space.Compact>
  );
}
