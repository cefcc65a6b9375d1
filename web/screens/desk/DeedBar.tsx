import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportWholeFragment } from '../../nouns/reports/report.generated.ts';
import { useTerms } from '../../nouns/reports/useTerms.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { KEY_CAPS } from './keys.ts';
import { type HandlingDeed, may } from './rights.ts';

export interface DeedAsk {
  triage: (topic?: string) => void;
  return: () => void;
  merge: () => void;
  unmerge: () => void;
  untriage: () => void;
  unreturn: () => void;
  unflagUrgent: () => void;
  flagUrgent: () => void;
  planUrgent: () => void;
  lowerUrgent: () => void;
  reply: () => void;
  archive: () => void;
}
interface Props {
  report: ReportWholeFragment;
  ask: DeedAsk;
  isBusy: boolean;
}

const PLAIN = [
  { deed: 'return', cap: KEY_CAPS.return, danger: false },
  { deed: 'merge', cap: KEY_CAPS.merge, danger: false },
  { deed: 'flagUrgent', cap: KEY_CAPS.urgent, danger: true },
  { deed: 'lowerUrgent', cap: undefined, danger: false },
  { deed: 'unmerge', cap: undefined, danger: false },
  { deed: 'untriage', cap: undefined, danger: false },
  { deed: 'unreturn', cap: undefined, danger: false },
  { deed: 'unflagUrgent', cap: undefined, danger: false },
  { deed: 'reply', cap: undefined, danger: false },
  { deed: 'archive', cap: undefined, danger: false },
] as const satisfies { deed: HandlingDeed; cap: string | undefined; danger: boolean }[];

/** What may be done with this report now; what may not is not shown. */
export function DeedBar({ report, ask, isBusy }: Props) {
  const { t } = useTranslation('desk');
  const isNarrow = useIsNarrow();
  const deeds = PLAIN.filter(({ deed }) => may(deed, report));
  if (deeds.length === 0 && !may('triage', report) && !may('planUrgent', report)) return null;
  return (
    <footer className="desk-deeds">
      {may('triage', report) && <TriageButton report={report} ask={ask} isBusy={isBusy} />}
      {may('planUrgent', report) && (
        <Button type="primary" disabled={isBusy} onClick={ask.planUrgent}>
          {t('deed.planUrgent')} {!isNarrow && <Kbd>{KEY_CAPS.accept}</Kbd>}
        </Button>
      )}
      {deeds.map(({ deed, cap, danger }) => (
        <Tooltip key={deed} title={isNarrow ? '' : t(`deedHelp.${deed}`)}>
          <Button danger={danger} disabled={isBusy} onClick={ask[deed]}>
            {t(`deed.${deed}`)} {cap && !isNarrow && <Kbd>{cap}</Kbd>}
          </Button>
        </Tooltip>
      ))}
    </footer>
  );
}

/** Accepts as reported; the arrow accepts under another topic. */
function TriageButton({ report, ask, isBusy }: Props) {
  const { t } = useTranslation('desk');
  const isNarrow = useIsNarrow();
  const { tree, nameOf } = useTerms();
  return (
    <Space.Compact>
      <Button type="primary" disabled={isBusy} onClick={() => ask.triage()}>
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
          onClick: ({ key }) => ask.triage(key),
        }}
      >
        <Button type="primary" disabled={isBusy} icon={<DownOutlined />} aria-label={t('triageAs')} />
      </Dropdown>
    </Space.Compact>
  );
}
