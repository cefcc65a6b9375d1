import { LIMITS } from '@lxq/schema/limits.ts';
import {
  acknowledgementProblems,
  FINDINGS,
  OPINION_FORMS,
  resultProblems,
  type ToldResult,
  type WrittenOpinion,
  writtenProblems,
} from '@lxq/schema/results/result-draft.ts';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import type { InstructionWholeFragment, ResultWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { Results } from '../../nouns/instructions/Results.tsx';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { SignaturePad } from '../../ui/desk/SignaturePad.tsx';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import type { Outcome } from '../../ui/useOnce.ts';
import { DraftInstructionResultDocument } from './matters.generated.ts';
import { Overtaken } from './Overtaken.tsx';
import type { AskedDeed, Carry, Matter } from './useAskedDeed.ts';
import { useMatterForm } from './useMatterForm.ts';

/** What was found and how the opinion stands is said, never left standing. */
interface Fields extends Omit<ToldResult, 'finding' | 'opinionForm'>, WrittenOpinion {
  finding: ToldResult['finding'] | null;
  opinionForm: ToldResult['opinionForm'] | null;
}
const EMPTY: Fields = {
  finding: null,
  body: '',
  answer: '',
  opinionForm: null,
  opinion: '',
  kept: '',
  drawing: '',
  request: '',
  basis: '',
  remedy: '',
};
const WRITTEN = ['request', 'basis', 'remedy'] as const satisfies readonly (keyof WrittenOpinion)[];

interface Reported extends Matter {
  results: readonly ResultWholeFragment[];
}
interface Props extends AskedDeed<Reported> {
  noun: 'instruction' | 'case';
  /** It is a written opinion too (处理意见书, Art. 32). */
  isWritten?: boolean;
  keep: (carry: Carry, result: ToldResult, written: WrittenOpinion) => Promise<Outcome<unknown>>;
}

export const InstructionResultDialog = ({ thing, ...props }: AskedDeed<InstructionWholeFragment>) => (
  <ResultDialog
    {...props}
    thing={thing}
    noun="instruction"
    keep={(carry, result) => carry(DraftInstructionResultDocument, { result })}
  />
);

/** What was found and done, what may be told, and the villager's own opinion; written as often as it takes until it is signed. */
export function ResultDialog(props: Props) {
  const { noun, thing, title, isWritten = false, onClose } = props;
  const { t } = useTranslation(['matters', 'words']);
  const form = useMatterForm<Fields>(props, `${noun}.result`, writtenSoFar(thing));
  const { kept, set, isBusy, isOvertaken, carry } = form;
  const { version: _, request, basis, remedy, ...told } = form.value;
  const written = { request, basis, remedy };
  const isTooLate = isOvertaken && !props.isPossible;
  const result = whole(told);
  const isUnacknowledged = result !== null && acknowledgementProblems(result).length > 0;
  const isWhole = result !== null && resultProblems(result).length === 0 && !isUnacknowledged;
  const isRefused = told.opinionForm === 'REFUSED';
  return (
    <DeedDialog
      title={t('dialog.title', { deed: title, no: thing.no })}
      okText={t('result.save')}
      isReady={isWhole && !isTooLate && (!isWritten || writtenProblems(written).length === 0)}
      isBusy={isBusy}
      kept={kept}
      send={async () => (result ? props.keep(carry, result, written) : undefined)}
      onDone={onClose}
      onClose={onClose}
      width={720}
    >
      <p className="deed-dialog-about">{t('result.about')}</p>
      {isOvertaken && (
        <Overtaken isPossible={props.isPossible}>
          <Results results={thing.results.slice(-1)} />
        </Overtaken>
      )}
      <Form.Item label={t('result.finding')} required>
        <Radio.Group
          value={told.finding}
          onChange={(event) => set({ finding: event.target.value })}
          options={FINDINGS.map((value) => ({ value, label: t(`words:finding.${value}`) }))}
        />
      </Form.Item>
      {isWritten &&
        WRITTEN.map((field) => (
          <ReasonField
            key={field}
            id={`result-${field}`}
            label={t(`result.${field}`)}
            length={LIMITS.result[field]}
            value={written[field]}
            onChange={(text) => set({ [field]: text })}
          />
        ))}
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
      <Form.Item
        label={t('result.opinionForm')}
        required
        validateStatus={isUnacknowledged ? 'error' : ''}
        help={isUnacknowledged && t('result.unacknowledged')}
      >
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
function writtenSoFar({ results }: Reported): Fields {
  const last = results.at(-1);
  if (!last) return EMPTY;
  const { finding, body, answer, opinionForm, opinion, kept, drawing } = last;
  const written = { request: last.request ?? '', basis: last.basis ?? '', remedy: last.remedy ?? '' };
  return { finding, body, answer, opinionForm, opinion, kept, drawing: drawing ?? '', ...written };
}

/** A paper is kept where it was signed, or declined before witnesses; strokes where it was signed on the screen. */
function whole({ finding, opinionForm, ...told }: Omit<Fields, keyof WrittenOpinion>): ToldResult | null {
  if (!finding || !opinionForm) return null;
  const kept = opinionForm === 'SIGNED' || opinionForm === 'REFUSED' ? told.kept : '';
  return { ...told, finding, opinionForm, kept, drawing: opinionForm === 'DRAWN' ? told.drawing : '' };
}
