import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { caseProblems } from '@lxq/schema/cases/case-draft.ts';
import { BY_HAND, CASE_PURPOSES, type CaseChannel, type CasePurpose } from '@lxq/schema/cases/case-words.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { DatePicker, Form, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { useSend } from '../../deeds/useSend.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { TitleField } from '../../ui/desk/TitleField.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { afterClosing } from '../../ui/useBackCloses.ts';
import { OrgTree } from '../network/OrgTree.tsx';
import { TopicSelect } from '../network/TopicSelect.tsx';
import { type UnitNamed, UnitsSelect } from '../network/UnitsSelect.tsx';
import { OpenCaseDocument } from './case.generated.ts';
import './cases.css';

/** What a case is opened on; by hand, on nothing but what was heard. */
export interface CaseSource {
  channel: Extract<CaseChannel, 'INSTRUCTION' | 'REPORT'>;
  id: string;
  no: string;
}
interface Fields {
  /** Made with the form: pressed twice it opens one case. */
  clientId: string;
  channel: CaseChannel | null;
  purpose: CasePurpose | null;
  isFirst: boolean | null;
  receivedOn: string;
  /** Null until somebody has written or chosen it: then what is proposed stands there. */
  title: string | null;
  brief: string | null;
  topic: string | null;
  place: string | null;
  concerns: UnitNamed[];
}
export type Proposed = Partial<Record<'title' | 'brief' | 'topic' | 'place', string>>;
interface Props {
  source?: CaseSource;
  proposed?: Proposed;
  receivedOn?: string;
  onClose: () => void;
}

/** A matter is registered as a case: how it came, what it is, where, and which units it is about. Once it is open, it is shown. */
export function OpenCaseDialog({ source, proposed = {}, receivedOn, onClose }: Props) {
  const { t } = useTranslation(['cases', 'words']);
  const { isBusy, send } = useSend();
  const { said } = useMessages();
  const navigate = useNavigate();
  const [begun] = useState<Fields>(() => emptyForm(source, receivedOn));
  const kept = useKeptText<Fields>({ deed: 'case.open', subject: source?.id ?? 'new' }, begun);
  const set = (changes: Partial<Fields>) => kept.change({ ...kept.value, ...changes });
  const { channel, purpose, isFirst, concerns, ...told } = kept.value;
  const [title, brief] = [told.title ?? proposed.title ?? '', told.brief ?? proposed.brief ?? ''];
  const [topic, place] = [told.topic ?? proposed.topic ?? null, told.place ?? proposed.place ?? null];
  const draft = channel &&
    purpose &&
    isFirst !== null && {
      ...{ channel, purpose, isFirst, title, brief, topic, place, receivedOn: told.receivedOn },
      concerns: concerns.map(({ code }) => code),
    };
  const isReady = Boolean(draft) && caseProblems(draft as Exclude<typeof draft, false | null>, new Date()).length === 0;
  const open = async () => {
    if (!draft || !topic || !place) return undefined;
    const on = { [source?.channel === 'REPORT' ? 'report' : 'instruction']: source?.id ?? null };
    const outcome = await send(OpenCaseDocument, { draft: { ...draft, ...on, clientId: told.clientId, topic, place } });
    if (!('value' in outcome)) return outcome;
    said(outcome, ({ no }) => t('open.done', { no }));
    const { id } = outcome.value;
    onClose();
    afterClosing(() => navigate(`/matters/cases/${id}`));
    return outcome;
  };
  const today = dayOf(new Date());
  return (
    <DeedDialog
      title={source ? t('open.on', { no: source.no }) : t('open.title')}
      okText={t('open.title')}
      isReady={isReady}
      isBusy={isBusy}
      kept={kept}
      send={open}
      onClose={onClose}
      width={720}
    >
      <p className="deed-dialog-about">{t(source ? 'open.aboutSource' : 'open.about')}</p>
      {!source && (
        <Form.Item label={t('fact.channel')} required>
          <Radio.Group
            value={channel}
            onChange={(event) => set({ channel: event.target.value })}
            options={BY_HAND.map((value) => ({ value, label: t(`words:caseChannel.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item label={t('fact.purpose')} required>
        <Radio.Group
          value={purpose}
          onChange={(event) => set({ purpose: event.target.value })}
          options={CASE_PURPOSES.map((value) => ({ value, label: t(`words:casePurpose.${value}`) }))}
        />
      </Form.Item>
      <Form.Item label={t('fact.first')} required>
        <Radio.Group
          value={isFirst}
          onChange={(event) => set({ isFirst: event.target.value })}
          options={[
            { value: true, label: t('first') },
            { value: false, label: t('again') },
          ]}
        />
      </Form.Item>
      <TitleField
        id="case-title"
        label={t('fact.title')}
        length={LIMITS.case.title}
        value={title}
        onChange={(text) => set({ title: text })}
      />
      <ReasonField
        id="case-brief"
        label={t('fact.brief')}
        length={LIMITS.case.brief}
        value={brief}
        onChange={(text) => set({ brief: text })}
      />
      <div className="case-fields">
        <Form.Item label={t('fact.topic')} htmlFor="case-topic" required>
          <TopicSelect
            id="case-topic"
            label={t('fact.topic')}
            value={topic}
            onChange={(code) => set({ topic: code })}
          />
        </Form.Item>
        <Form.Item label={t('fact.place')} htmlFor="case-place" required>
          <OrgTree
            of="places"
            id="case-place"
            label={t('fact.place')}
            value={place}
            onChange={(code) => set({ place: code ?? null })}
          />
        </Form.Item>
        <Form.Item label={t('fact.received')} htmlFor="case-received" required>
          <DatePicker
            id="case-received"
            allowClear={false}
            value={dayjs(told.receivedOn)}
            minDate={dayjs(addDays(today, -LIMITS.case.dueDays))}
            maxDate={dayjs(today)}
            onChange={(day) => day && set({ receivedOn: day.format('YYYY-MM-DD') })}
          />
        </Form.Item>
      </div>
      <Form.Item label={t('open.concerns')} htmlFor="case-concerns" extra={t('open.concernsHint')}>
        <UnitsSelect
          id="case-concerns"
          most={LIMITS.case.concerns}
          placeholder={t('search')}
          value={concerns}
          onChange={(units) => set({ concerns: units })}
        />
      </Form.Item>
    </DeedDialog>
  );
}

/** It came on the day of what it is opened on, unless that is longer ago than a case may be. */
function emptyForm(source: CaseSource | undefined, receivedOn: string | undefined): Fields {
  const today = dayOf(new Date());
  const isPast = receivedOn !== undefined && receivedOn >= addDays(today, -LIMITS.case.dueDays);
  return {
    ...{ clientId: v7(), channel: source?.channel ?? null, purpose: null, isFirst: null, concerns: [] },
    ...{ title: null, brief: null, topic: null, place: null, receivedOn: isPast ? receivedOn : today },
  };
}
