import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../device/draft.ts';
import { useCounted } from '../../nouns/attachments/useCounted.ts';
import { useScale } from '../../nouns/reports/phone/useScale.ts';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { useTerms } from './lists.ts';
import { ProblemText } from './ProblemText.tsx';
import type { StepProps } from './step-props.ts';
import { Tiles } from './Tiles.tsx';
import { WhoIsAlerted } from './WhoIsAlerted.tsx';
import './check-step.css';
import './fields.css';

const LINES = ['LINE', 'DIRECT', 'SEALED'] as const;

/** How it travels, and everything once more before it goes. */
export function CheckStep({
  draft: { fields, mends, attachments = [] },
  change,
  problems,
  onEdit,
}: StepProps & { onEdit: (step: Step) => void }) {
  const { t } = useTranslation(['officer', 'words']);
  const nameOf = useTermName();
  const scale = useScale();
  const { counted } = useCounted();
  const source = useTerms()?.sources.find(({ code }) => code === fields.source);
  return (
    <>
      {fields.topic?.isAccusation && (
        <div className="field">
          <h2>{t('check.line')}</h2>
          <p className="field-note">{t('check.accusation')}</p>
        </div>
      )}
      {!mends && !fields.topic?.isAccusation && (
        <Tiles
          group="line"
          label={t('check.line')}
          chosen={fields.line}
          onChoose={(line) => change({ line })}
          tiles={LINES.map((line) => ({ value: line, name: t(`words:line.${line}`), hint: t(`check.${line}`) }))}
        />
      )}
      <section className="summary">
        <h2>{t('check.summary')}</h2>
        <Row title={t('steps.what')} onEdit={() => onEdit('what')}>
          <p>
            {fields.topic && nameOf(fields.topic)} · {t(`words:urgency.${fields.urgency}`)}
          </p>
          <WhoIsAlerted topic={fields.topic} line={fields.line} urgency={fields.urgency} />
          <p className="summary-content">{fields.content.trim()}</p>
          <PersonalDataHint text={fields.content} onMask={(content) => change({ content })} />
          {attachments.length > 0 && <p>{t('attach.counted', { what: counted(attachments) })}</p>}
        </Row>
        <Row title={t('steps.where')} onEdit={() => onEdit('where')}>
          <p>{fields.place.fullName}</p>
          {fields.place.isOutside && <p>{t('one.outside', { reason: fields.outsideAreaReason })}</p>}
          <p>{fields.occurredAt && shanghaiTime(fields.occurredAt)}</p>
          <p>{scale(toCount(fields.households), toCount(fields.people))}</p>
          {source && <p>{t('check.source', { source: nameOf(source) })}</p>}
        </Row>
      </section>
      {problems.map((problem) => (
        <ProblemText key={problem.field} of={[problem.field]} problems={problems} />
      ))}
    </>
  );
}

const toCount = (text: string) => (text.trim() === '' ? null : Number(text));

function Row({ title, onEdit, children }: { title: string; onEdit: () => void; children: ReactNode }) {
  const { t } = useTranslation('officer');
  return (
    <div className="summary-row">
      <div className="as-ends summary-head">
        <h3>{title}</h3>
        <button type="button" className="as-link" onClick={onEdit}>
          {t('check.edit')}
        </button>
      </div>
      {children}
    </div>
  );
}
