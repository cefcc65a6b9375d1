import { LIMITS } from '@lxq/schema/limits.ts';
import { FINDINGS, OPINION_FORMS, resultProblems, type ToldResult } from '@lxq/schema/results/result-draft.ts';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { Results } from '../../nouns/instructions/Results.tsx';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { SignaturePad } from '../../ui/desk/SignaturePad.tsx';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import { DraftInstructionResultDocument } from './matters.generated.ts';
import { Overtaken } from './Overtaken.tsx';
import { type AskedDeed, useAskedDeed } from './useAskedDeed.ts';

/** What was found and how the opinion stands is said, never left standing. */
interface Fields extends Omit<ToldResult, 'finding' | 'opinionForm'> {
  finding: ToldResult['finding'] | null;
  opinionForm: ToldResult['opinionForm'] | null;
  /** Of the instruction when this was begun. */
  version: number;
}
const EMPTY: Omit<Fields, 'version'> = {
  finding: null,
  body: '',
  answer: '',
  opinionForm: null,
  opinion: '',
  kept: '',
  drawing: '',
};

/** What was found and done, what may be told, and the villager's own opinion; written as often as it takes until it is signed. */
export function ResultDialog(props: AskedDeed) {
  const { instruction, title, onClose } = props;
  const { t } = useTranslation(['matters', 'words']);
  const kept = useKeptText<Fields>({ deed: 'instruction.result', subject: instruction.id }, writtenSoFar(instruction));
  const { version, ...told } = kept.value;
  const { isBusy, isOvertaken, carry } = useAskedDeed(props, version);
  const set = (changes: Partial<Fields>) => kept.change({ ...kept.value, ...changes });
  const result = whole(told);
  const isRefused = told.opinionForm === 'REFUSED';
  return (
    <DeedDialog
      title={t('dialog.title', { deed: title, no: instruction.no })}
      okText={t('result.save')}
      isReady={result !== null && resultProblems(result).length === 0}
      isBusy={isBusy}
      kept={kept}
      send={async () => (result ? carry(DraftInstructionResultDocument, { result }) : undefined)}
      onDone={onClose}
      onClose={onClose}
      width={720}
    >
      <p className="deed-dialog-about">{t('result.about')}</p>
      {isOvertaken && (
        <Overtaken>
          <Results results={instruction.results.slice(-1)} />
        </Overtaken>
      )}
      <Form.Item label={t('result.finding')} required>
        <Radio.Group
          value={told.finding}
          onChange={(event) => set({ finding: event.target.value })}
          options={FINDINGS.map((value) => ({ value, label: t(`words:finding.${value}`) }))}
        />
      </Form.Item>
      <ReasonField
        id="result-body"
        autoFocus
        label={t('result.body')}
        length={LIMITS.result.body}
        value={told.body}
        onChange={(body) => set({ body })}
      />
      <ReasonField
        id="result-answer"
        label={t('result.answer')}
        length={LIMITS.result.answer}
        value={told.answer}
        onChange={(answer) => set({ answer })}
      />
      <Form.Item label={t('result.opinionForm')} required>
        <Radio.Group
          value={told.opinionForm}
          onChange={(event) => set({ opinionForm: event.target.value })}
          options={OPINION_FORMS.map((value) => ({ value, label: t(`words:opinionForm.${value}`) }))}
        />
      </Form.Item>
      <ReasonField
        id="result-opinion"
        label={t(`result.opinion.${told.opinionForm ?? 'SIGNED'}`)}
        length={LIMITS.result.opinion}
        value={told.opinion}
        onChange={(opinion) => set({ opinion })}
      />
      {told.opinionForm === 'DRAWN' && (
        <SignaturePad
          label={t('result.drawing')}
          otherwise={t('result.onPaper', { form: t('words:opinionForm.SIGNED') })}
          value={told.drawing}
          onChange={(drawing) => set({ drawing })}
        />
      )}
      {(told.opinionForm === 'SIGNED' || isRefused) && (
        <Form.Item label={t(isRefused ? 'result.witnesses' : 'result.kept')} htmlFor="result-kept" required>
          <Input id="result-kept" value={told.kept} onChange={(event) => set({ kept: event.target.value })} />
          <PersonalDataHint text={told.kept} onMask={(masked) => set({ kept: masked })} />
        </Form.Item>
      )}
    </DeedDialog>
  );
}

/** This round's, as far as it is written; after a return it begins with what was returned. */
function writtenSoFar({ results, version }: AskedDeed['instruction']): Fields {
  const last = results.at(-1);
  if (!last) return { ...EMPTY, version };
  const { finding, body, answer, opinionForm, opinion, kept, drawing } = last;
  return { finding, body, answer, opinionForm, opinion, kept, drawing: drawing ?? '', version };
}

/** A paper is kept where it was signed, or declined before witnesses; strokes where it was signed on the screen. */
function whole({ finding, opinionForm, ...told }: Omit<Fields, 'version'>): ToldResult | null {
  if (!finding || !opinionForm) return null;
  const kept = opinionForm === 'SIGNED' || opinionForm === 'REFUSED' ? told.kept : '';
  return { ...told, finding, opinionForm, kept, drawing: opinionForm === 'DRAWN' ? told.drawing : '' };
}
