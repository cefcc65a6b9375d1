import { LIMITS } from '@lxq/schema/limits.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countyNow } from '../../ui/county-clock.ts';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { useTerms } from './lists.ts';
import { PlacePicker } from './PlacePicker.tsx';
import { ProblemText } from './ProblemText.tsx';
import type { StepProps } from './step-props.ts';
import './fields.css';

export function WhereStep({ draft: { fields }, change, problems }: StepProps) {
  const { t } = useTranslation('officer');
  const [isPicking, setPicking] = useState(false);
  return (
    <>
      <div className="field">
        <h2>{t('where.place')}</h2>
        <button type="button" className="as-ends as-field field-picked" onClick={() => setPicking(true)}>
          <span>{fields.place.fullName}</span>
          <span className="field-change">{t('where.change')}</span>
        </button>
      </div>
      {fields.place.isOutside && (
        <div className="field">
          <p className="field-note">{t('where.outside')}</p>
          <label htmlFor="reason">{t('where.reason')}</label>
          <input
            id="reason"
            value={fields.outsideAreaReason}
            maxLength={LIMITS.report.reason.max * STORED_PER_VISIBLE}
            placeholder={t('where.reasonHint')}
            onChange={(event) => change({ outsideAreaReason: event.target.value })}
          />
          <PersonalDataHint
            text={fields.outsideAreaReason}
            onMask={(outsideAreaReason) => change({ outsideAreaReason })}
          />
          <ProblemText of={['outsideAreaReason']} problems={problems} />
        </div>
      )}
      <When occurredAt={fields.occurredAt} onChange={(occurredAt) => change({ occurredAt })} />
      <ProblemText of={['occurredAt']} problems={problems} />
      <fieldset className="field field-pair">
        <legend>{t('where.scale')}</legend>
        <CountField id="households" value={fields.households} onChange={(households) => change({ households })} />
        <CountField id="people" value={fields.people} onChange={(people) => change({ people })} />
      </fieldset>
      <ProblemText of={['households', 'people']} problems={problems} />
      <SourceField chosen={fields.source} onChoose={(source) => change({ source })} />
      <PlacePicker
        open={isPicking}
        onClose={() => setPicking(false)}
        onPick={(place) => {
          change({ place });
          setPicking(false);
        }}
      />
    </>
  );
}

/** Shanghai time in the field whatever the phone's zone. */
function When({ occurredAt, onChange }: { occurredAt: string; onChange: (at: string) => void }) {
  const { t } = useTranslation('officer');
  const local = (at: string | number) => shanghaiTime(at).replace(' ', 'T');
  return (
    <div className="field">
      <label htmlFor="occurred">{t('where.occurredAt')}</label>
      <div className="as-wrap field-row">
        <input
          id="occurred"
          type="datetime-local"
          value={occurredAt ? local(occurredAt) : ''}
          max={local(countyNow())}
          onChange={({ target: { value } }) => onChange(value ? new Date(`${value}:00+08:00`).toISOString() : '')}
        />
        <PlainButton onClick={() => onChange(new Date(countyNow()).toISOString())}>{t('where.now')}</PlainButton>
      </div>
    </div>
  );
}

function CountField(props: { id: 'households' | 'people'; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('officer');
  return (
    <div>
      <label htmlFor={props.id}>{t(`where.${props.id}`)}</label>
      <input
        id={props.id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

function SourceField({ chosen, onChoose }: { chosen: string | null; onChoose: (source: string | null) => void }) {
  const { t } = useTranslation('officer');
  const nameOf = useTermName();
  const sources = useTerms()?.sources ?? [];
  if (sources.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor="source">{t('where.source')}</label>
      <select id="source" value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{t('where.noSource')}</option>
        {sources.map((term) => (
          <option key={term.code} value={term.code}>
            {nameOf(term)}
          </option>
        ))}
      </select>
    </div>
  );
}
