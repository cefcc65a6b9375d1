import { useQuery } from '@apollo/client/react';
import { instructionProblems } from '@lxq/schema/instructions/instruction-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { Button, TextArea } from 'antd-mobile';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { unitNode } from '../../nouns/network/orgSource.ts';
import { useViewer } from '../../session/session.ts';
import { countyNow } from '../../ui/county-clock.ts';
import type { Failure } from '../../ui/failure.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import { Popup, Toast } from '../../ui/phone/dialogs.ts';
import { useBackCloses } from '../../ui/useBackCloses.ts';
import { DueChoice } from './DueChoice.tsx';
import { dayLabel } from './dueDay.ts';
import { draftText, type Target, type UnitChoice } from './instructionDraft.ts';
import instructions from './instructions.module.css';
import { LeaderHomeDocument, type ReadItemFragment, ResponsibleUnitsDocument } from './leader.generated.ts';
import css from './leader.module.css';
import { PhraseChips } from './PhraseChips.tsx';
import { phraseText } from './phrases.ts';
import sheet from './sheet.module.css';
import { suggestedUnits } from './suggestedUnits.ts';
import { UnitChoiceField } from './UnitChoiceField.tsx';
import { useInstruct } from './useInstruct.ts';

interface Props {
  target: Target;
  title: string;
  reports: ReadonlyArray<Pick<ReadItemFragment['reports'][number], 'unit'>>;
  /** Proposed before all others. */
  first?: UnitChoice;
  onClose: () => void;
}

/** 批示: opens complete (words, unit, due day), so that the second tap sends it. */
export function InstructSheet({ target, title, reports, first, onClose }: Props) {
  const { t } = useTranslation('leader');
  useBackCloses(true, onClose);
  const { units, suggested } = useUnits(reports);
  const { draft, change, send, sending, failure } = useInstruct({
    target,
    about: title,
    suggested: first ?? suggested[0] ?? null,
    onTaken: (outcome, unit) => {
      if (outcome === 'SENT') Toast.show(t('instruct.sent', { unit }));
      else Toast.show({ content: t('instruct.waiting'), duration: 5_000 });
      onClose();
    },
  });
  const text = draftText(draft, phraseText);
  const { max } = LIMITS.instruction.text;
  const told = { text, responsibleUnit: draft.unit?.code ?? null, dueOn: draft.dueOn };
  const isReady = instructionProblems(told, new Date(countyNow())).length === 0;
  return (
    <Popup visible onClose={onClose} bodyClassName="phone-sheet">
      <div className={sheet.sheet} role="dialog" aria-modal="true" aria-label={t('instruct.deed')}>
        <div className={sheet.sheetHead}>
          <h2>{t('instruct.deed')}</h2>
          <button type="button" className={css.textButton} onClick={onClose}>
            {t('instruct.later')}
          </button>
        </div>
        <p className={sheet.sheetOn}>{title}</p>
        <PhraseChips
          chosen={draft.ownText === null ? draft.phrase : null}
          onChoose={(phrase) => change({ phrase, ownText: null })}
        />
        <label className="sr-only" htmlFor="instruct-words">
          {t('instruct.words')}
        </label>
        <TextArea
          id="instruct-words"
          className={sheet.words ?? ''}
          placeholder={t('instruct.words')}
          value={draft.ownText ?? text}
          // The limit itself is told, not enforced while typing.
          maxLength={max * STORED_PER_VISIBLE}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(ownText) => change({ ownText })}
        />
        <PersonalDataHint text={text} onMask={(ownText) => change({ ownText })} />
        <UnitChoiceField unit={draft.unit} suggested={suggested} units={units} onChange={(unit) => change({ unit })} />
        <DueChoice value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
        <Preview text={text} unit={draft.unit} dueOn={draft.dueOn} />
        {failure !== null && <SendFailure failure={failure} />}
        <Button
          block
          color="primary"
          size="large"
          disabled={!isReady}
          loading={sending}
          onClick={() => void send(text)}
        >
          {failure === null ? t('instruct.send') : t('instruct.again')}
        </Button>
      </div>
    </Popup>
  );
}

function useUnits(reports: Props['reports']) {
  const { data } = useQuery(ResponsibleUnitsDocument, { fetchPolicy: 'cache-first' });
  const { data: home } = useQuery(LeaderHomeDocument, { fetchPolicy: 'cache-only' });
  return useMemo(() => {
    const units = [...(data?.departments.edges ?? []), ...(data?.stations.edges ?? [])].map(({ node }) =>
      unitNode(node),
    );
    const lately = home?.instructions?.edges.map(({ node }) => node.responsibleUnit) ?? [];
    return { units, suggested: suggestedUnits(reports, lately, units) };
  }, [data, home, reports]);
}

function Preview({ text, unit, dueOn }: { text: string; unit: UnitChoice | null; dueOn: string }) {
  const { t, i18n } = useTranslation('leader');
  const { person } = useViewer();
  return (
    <section className={sheet.previewBox} aria-label={t('instruct.preview')}>
      <p className={instructions.verbatim}>{text || '…'}</p>
      <p className={css.faint}>
        {person.name} · {t('instruct.to', { unit: unit?.name ?? '—' })} ·{' '}
        {t('instruct.by', { day: dayLabel(dueOn, i18n.language) })}
      </p>
    </section>
  );
}

function SendFailure({ failure }: { failure: Failure }) {
  const { t } = useTranslation('leader');
  const { line } = useFailureWords()(failure);
  return (
    <p className={instructions.sendFailure} role="alert">
      {failure.code === 'CONFLICT' ? t('instruct.conflict') : line}
    </p>
  );
}
