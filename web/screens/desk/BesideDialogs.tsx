import { useQuery } from '@apollo/client/react';
import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { DeskColleaguesDocument } from '../../nouns/desks/desks.generated.ts';
import { MarkerKeeper } from '../../nouns/desks/MarkerKeeper.tsx';
import { MarkerSelect } from '../../nouns/desks/MarkerSelect.tsx';
import { useViewer } from '../../session/session.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { FailureAlert } from '../../ui/desk/FailureAlert.tsx';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { failureOf } from '../../ui/failure.ts';
import { shanghaiTime } from '../../ui/time.ts';
import type { BesideDeeds, Told } from './useBeside.tsx';

interface Props {
  deeds: BesideDeeds;
  reports: readonly Told[];
}

/** The one of them that is open, if any. */
export function BesideDialogs({ deeds }: { deeds: BesideDeeds }) {
  const { dialog } = deeds;
  if (!dialog) return null;
  const { deed, reports } = dialog;
  const [first] = reports;
  if (deed === 'assign') return <AssignDialog deeds={deeds} reports={reports} />;
  if (deed === 'note') return first ? <NoteDialog key={first.id} deeds={deeds} report={first} /> : null;
  if (deed === 'mark') return <MarkDialog deeds={deeds} reports={reports} />;
  return <UrgeDialog deeds={deeds} reports={reports} />;
}

const titled = (reports: readonly Told[]) => ({ no: reports[0]?.no ?? '', count: reports.length });

function AssignDialog({ deeds, reports }: Props) {
  const { t } = useTranslation('desk');
  const { post } = useViewer();
  const [to, setTo] = useState<string>();
  const { data, error, loading } = useQuery(DeskColleaguesDocument, { fetchPolicy: 'cache-and-network' });
  const options = (data?.deskColleagues ?? []).map(({ id, personName }) => ({
    value: id,
    label: id === post.id ? t('beside.myself', { name: personName }) : personName,
  }));
  return (
    <DeedDialog
      title={t(reports.length > 1 ? 'beside.assignMany' : 'beside.assignOne', titled(reports))}
      okText={t('beside.assign')}
      isReady={!!to}
      isBusy={deeds.isBusy}
      send={async () => (to ? deeds.assign(reports, to) : undefined)}
      onClose={deeds.close}
    >
      <Form.Item label={t('beside.to')} htmlFor="assign-to" extra={t('beside.assignHelp')}>
        <Select
          id="assign-to"
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          loading={loading && !data}
          value={to ?? null}
          onChange={setTo}
          options={options}
        />
      </Form.Item>
      {error && !data && <FailureAlert failure={failureOf(error)} />}
    </DeedDialog>
  );
}

/** A marker is put on or taken off; the desk keeps its list in the same place. */
function MarkDialog({ deeds, reports }: Props) {
  const { t } = useTranslation('desk');
  const [marker, setMarker] = useState<string>();
  const [isOn, setOn] = useState(true);
  return (
    <DeedDialog
      title={t(reports.length > 1 ? 'beside.markMany' : 'beside.markOne', titled(reports))}
      okText={t(isOn ? 'beside.mark' : 'beside.unmark')}
      isReady={!!marker}
      isBusy={deeds.isBusy}
      send={async () => (marker ? deeds.mark(reports, marker, isOn) : undefined)}
      onClose={deeds.close}
    >
      <Radio.Group
        optionType="button"
        value={isOn}
        onChange={({ target }) => setOn(target.value)}
        options={[
          { value: true, label: t('beside.mark') },
          { value: false, label: t('beside.unmark') },
        ]}
      />
      <Form.Item label={t('beside.which')} htmlFor="mark-with">
        <MarkerSelect id="mark-with" value={marker} onChange={setMarker} />
      </Form.Item>
      <MarkerKeeper />
    </DeedDialog>
  );
}

function NoteDialog({ deeds, report }: { deeds: BesideDeeds; report: Told }) {
  const { t } = useTranslation('desk');
  const kept = useKeptText({ deed: 'note', subject: report.id }, '');
  return (
    <DeedDialog
      title={t('beside.noteOne', { no: report.no })}
      okText={t('beside.keep')}
      isReady={lengthFault(kept.value.trim(), LIMITS.note) === null}
      isBusy={deeds.isBusy}
      kept={kept}
      send={() => deeds.note(report, kept.value.trim())}
      onClose={deeds.close}
    >
      <p className="deed-dialog-about">{t('beside.noteHelp')}</p>
      <ReasonField
        id="note-text"
        autoFocus
        label={t('beside.note')}
        length={LIMITS.note}
        value={kept.value}
        onChange={kept.change}
      />
    </DeedDialog>
  );
}

function UrgeDialog({ deeds, reports }: Props) {
  const { t } = useTranslation('desk');
  const [only] = reports;
  const kept = useKeptText({ deed: 'urge', subject: reports.length === 1 && only ? only.id : 'many' }, '');
  const last = reports.length === 1 ? only?.urge : null;
  return (
    <DeedDialog
      title={t(reports.length > 1 ? 'beside.urgeMany' : 'beside.urgeOne', titled(reports))}
      okText={t('beside.urge')}
      isReady={lengthFault(kept.value.trim(), LIMITS.urge.text) === null}
      isBusy={deeds.isBusy}
      kept={kept}
      send={() => deeds.urge(reports, kept.value.trim())}
      onClose={deeds.close}
    >
      <p className="deed-dialog-about">{t('beside.urgeHelp')}</p>
      {last && (
        <p className="deed-dialog-about">
          {t(last.readAt ? 'beside.lastRead' : 'beside.lastUnread', {
            at: shanghaiTime(last.urgedAt),
            again: shanghaiTime(last.againAt),
          })}
        </p>
      )}
      <ReasonField
        id="urge-text"
        autoFocus
        isRequired={false}
        label={t('beside.urgeText')}
        length={LIMITS.urge.text}
        value={kept.value}
        onChange={kept.change}
      />
    </DeedDialog>
  );
}
