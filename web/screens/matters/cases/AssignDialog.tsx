import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { assignmentProblems, GUARANTEES, type Guarantees } from '@lxq/schema/cases/case-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Button, DatePicker, Form, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { PaperPreview } from '../../../nouns/papers/desk/PaperPreview.tsx';
import { NameField, NamesField } from '../NameFields.tsx';
import { type Units, UnitsFields } from '../UnitsFields.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { AssignCaseDocument, ReassignCaseDocument } from './cases.generated.ts';
import { SponsorField, useSponsors } from './SponsorField.tsx';
import { type AskedCase, useCaseForm } from './useCaseForm.ts';
import '../../../nouns/cases/cases.css';

interface Fields extends Units {
  outsiders: string[];
  /** Null until somebody chooses: then whoever is in charge of its topic. */
  sponsor: string | null;
  coLeaders: string[];
  sectionHead: string;
  handler: string;
  resolveBy: string | null;
  consolidation: number | null;
  guarantees: Guarantees;
  noticeNo: string;
}

/** 交办: to whom, under which leader, with 五定 and 五包. */
export const AssignDialog = (props: AskedCase) => <Assigning {...props} deed="assign" mainUnit={mainOf(props.thing)} />;
/** 改派: the same, to another main unit. */
export const ReassignDialog = (props: AskedCase) => <Assigning {...props} deed="reassign" mainUnit={null} />;

const mainOf = ({ responsibleUnit }: CaseWholeFragment) => responsibleUnit?.code ?? null;
const DOCUMENTS = { assign: AssignCaseDocument, reassign: ReassignCaseDocument };

function Assigning({
  deed,
  mainUnit,
  ...props
}: AskedCase & { deed: keyof typeof DOCUMENTS; mainUnit: string | null }) {
  const { t } = useTranslation(['cases', 'words']);
  const { thing } = props;
  const form = useCaseForm<Fields>(props, deed, assignedSoFar(thing, mainUnit));
  const { value, set } = form;
  const { rows, sponsor } = useSponsors(thing.topic.code, value.mainUnit, value.sponsor);
  const { version: _version, ...told } = value;
  const assignment = {
    ...{ ...told, mainUnit: told.mainUnit ?? '', coUnits: told.coUnits.map(({ code }) => code) },
    ...{ sponsor, resolveBy: told.resolveBy ?? '', consolidation: told.consolidation ?? -1 },
  };
  const isReady = assignmentProblems(assignment, new Date()).length === 0;
  const sent = { ...assignment, sponsor: sponsor ?? '' };
  const today = dayOf(new Date());
  const most = LIMITS.case.name.max;
  return (
    <CaseDialog
      asked={props}
      form={form}
      about={t(`assign.about.${deed}`, { unit: thing.responsibleUnit?.name })}
      isReady={isReady}
      send={() => form.carry(DOCUMENTS[deed], { assignment: sent })}
      width={760}
    >
      <UnitsFields value={value} onChange={set} />
      <NamesField
        id="case-outsiders"
        label={t('assign.outsiders')}
        most={LIMITS.case.outsiders}
        value={value.outsiders}
        onChange={(outsiders) => set({ outsiders })}
      />
      <div className="case-fields">
        <SponsorField sponsors={rows} value={sponsor} onChange={(post) => set({ sponsor: post })} />
        <NamesField
          id="case-co-leaders"
          label={t('assign.coLeaders')}
          most={LIMITS.case.coLeaders}
          value={value.coLeaders}
          onChange={(coLeaders) => set({ coLeaders })}
        />
        <NameField
          id="case-section-head"
          label={t('five.sectionHead')}
          most={most}
          value={value.sectionHead}
          onChange={(sectionHead) => set({ sectionHead })}
        />
        <NameField
          id="case-handler"
          label={t('five.handler')}
          most={most}
          value={value.handler}
          onChange={(handler) => set({ handler })}
        />
        <Form.Item label={t('five.resolveBy')} htmlFor="case-resolve-by" required>
          <DatePicker
            id="case-resolve-by"
            allowClear={false}
            value={value.resolveBy ? dayjs(value.resolveBy) : null}
            minDate={dayjs(today)}
            maxDate={dayjs(addDays(today, LIMITS.case.dueDays))}
            onChange={(day) => day && set({ resolveBy: day.format('YYYY-MM-DD') })}
          />
        </Form.Item>
        <Form.Item label={t('five.consolidation')} htmlFor="case-consolidation" required>
          <InputNumber
            id="case-consolidation"
            {...LIMITS.case.percent}
            precision={0}
            suffix="%"
            value={value.consolidation}
            onChange={(consolidation) => set({ consolidation })}
          />
        </Form.Item>
        <NameField
          id="case-notice"
          label={t('fact.noticeNo')}
          most={LIMITS.case.noticeNo.max}
          value={value.noticeNo}
          onChange={(noticeNo) => set({ noticeNo })}
        />
      </div>
      <GuaranteesFields
        value={value.guarantees}
        handler={value.handler}
        onChange={(guarantees) => set({ guarantees })}
      />
      <p>
        <PaperPreview of="case" id={thing.id} given={isReady ? { assignment: sent } : null} />
      </p>
    </CaseDialog>
  );
}

interface GuaranteesProps {
  value: Guarantees;
  handler: string;
  onChange: (value: Guarantees) => void;
}
/** 五包: who answers for each; in small matters it is whoever handles it. */
function GuaranteesFields({ value, handler, onChange }: GuaranteesProps) {
  const { t } = useTranslation(['cases', 'words']);
  return (
    <fieldset className="as-list case-guarantees">
      <legend className="sr-only">{t('section.guarantees')}</legend>
      <div className="as-ends">
        <b aria-hidden>{t('section.guarantees')}</b>
        <Button size="small" disabled={!handler.trim()} onClick={() => onChange(everyOneOf(handler))}>
          {t('assign.sameAsHandler')}
        </Button>
      </div>
      <div className="case-fields">
        {GUARANTEES.map((owner) => (
          <NameField
            key={owner}
            id={`case-${owner}`}
            label={t(`words:guarantee.${owner}`)}
            most={LIMITS.case.name.max}
            value={value[owner]}
            onChange={(name) => onChange({ ...value, [owner]: name })}
          />
        ))}
      </div>
    </fieldset>
  );
}

const everyOneOf = (name: string) => Object.fromEntries(GUARANTEES.map((owner) => [owner, name])) as Guarantees;

/** After a recall or an objection it begins with what was said before; who takes it and its notice are said anew. */
function assignedSoFar(thing: CaseWholeFragment, mainUnit: string | null): Fields {
  const { coUnits, outsiders, coLeaders, sectionHead, handler, resolveBy, consolidation, guarantees } = thing;
  const isAhead = resolveBy && resolveBy >= dayOf(new Date());
  const { receiving, coordinating, supervising, carryingOut, reconciling } = guarantees ?? everyOneOf('');
  return {
    ...{ mainUnit, coUnits: coUnits.map(({ code, name }) => ({ code, name })), outsiders: [...outsiders] },
    ...{ sponsor: null, coLeaders: [...coLeaders], sectionHead: sectionHead ?? '', handler: handler ?? '' },
    ...{ resolveBy: isAhead ? resolveBy : null, consolidation: consolidation ?? null, noticeNo: '' },
    guarantees: { receiving, coordinating, supervising, carryingOut, reconciling },
  };
}
