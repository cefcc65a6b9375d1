import { registrationProblems } from '@lxq/schema/instructions/instruction-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import type { InstructionWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import { useJoined } from '../../ui/useJoined.ts';
import { RedispatchInstructionDocument, RegisterInstructionDocument } from './matters.generated.ts';
import { Overtaken } from './Overtaken.tsx';
import { type Units, UnitsFields } from './UnitsFields.tsx';
import type { AskedDeed } from './useAskedDeed.ts';
import { useMatterForm } from './useMatterForm.ts';
import { useProposal } from './useProposal.ts';

type AskedInstruction = AskedDeed<InstructionWholeFragment>;

interface Fields extends Units {
  /** Null until somebody has written it: then what the instruction is on stands there, without names and numbers. */
  brief: string | null;
  dueOn: string;
}

/** What the units read of the matter, who they are, and until when: proposed from what the leader wrote on. */
export function RegisterDialog(props: AskedInstruction) {
  const { thing: instruction, title, onClose } = props;
  const { t } = useTranslation('matters');
  const joined = useJoined();
  const form = useMatterForm<Fields>(props, 'instruction.register', registeredSoFar(instruction));
  const { kept, value, set, isBusy, isOvertaken, carry } = form;
  const isTooLate = isOvertaken && !props.isPossible;
  const proposal = useProposal(instruction.id);
  const { mainUnit, coUnits, dueOn } = value;
  const brief = value.brief ?? proposal.text;
  const given = { instructedAt: new Date(instruction.instructedAt), givenDueOn: instruction.givenDueOn };
  const registration = { mainUnit: mainUnit ?? '', coUnits: coUnits.map(({ code }) => code), brief, dueOn };
  return (
    <DeedDialog
      title={t('dialog.title', { deed: title, no: instruction.no })}
      okText={title}
      isReady={registrationProblems({ brief, dueOn }, given).length === 0 && mainUnit !== null && !isTooLate}
      isBusy={isBusy}
      kept={kept}
      send={() => carry(RegisterInstructionDocument, { registration })}
      onDone={onClose}
      onClose={onClose}
      width={680}
    >
      <p className="deed-dialog-about as-verbatim">{instruction.text}</p>
      {isOvertaken && (
        <Overtaken isPossible={props.isPossible}>
          {joined([instruction.responsibleUnit, ...instruction.coUnits].map(({ name }) => name))} · {instruction.dueOn}
          {instruction.brief && `\n${instruction.brief}`}
        </Overtaken>
      )}
      <UnitsFields of={proposal} value={value} onChange={set} />
      <Form.Item
        label={t('register.due')}
        htmlFor="matter-due"
        extra={t('register.dueHint', { day: instruction.givenDueOn })}
        required
      >
        <DatePicker
          id="matter-due"
          allowClear={false}
          value={dayjs(dueOn)}
          minDate={dayjs(shanghaiDay(instruction.instructedAt))}
          maxDate={dayjs(instruction.givenDueOn)}
          onChange={(day) => day && set({ dueOn: day.format('YYYY-MM-DD') })}
        />
      </Form.Item>
      <ReasonField
        id="matter-brief"
        label={t('register.brief')}
        length={LIMITS.instruction.brief}
        value={brief}
        onChange={(text) => set({ brief: text })}
      />
    </DeedDialog>
  );
}

/** Gives it to others than those that objected. */
export function RedispatchDialog(props: AskedInstruction) {
  const { thing: instruction, title, onClose } = props;
  const { t } = useTranslation('matters');
  const form = useMatterForm<Units>(props, 'instruction.redispatch', { mainUnit: null, coUnits: [] });
  const { kept, value, set, isBusy, carry } = form;
  const { topic, place } = useProposal(instruction.id);
  const { mainUnit, coUnits } = value;
  const units = { mainUnit: mainUnit ?? '', coUnits: coUnits.map(({ code }) => code) };
  return (
    <DeedDialog
      title={t('dialog.title', { deed: title, no: instruction.no })}
      okText={title}
      isReady={mainUnit !== null}
      isBusy={isBusy}
      kept={kept}
      send={() => carry(RedispatchInstructionDocument, { units })}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('redispatch.about', { unit: instruction.responsibleUnit.name })}</p>
      <UnitsFields of={{ topic, place, without: [instruction.responsibleUnit.code] }} value={value} onChange={set} />
    </DeedDialog>
  );
}

const registeredSoFar = ({ responsibleUnit, coUnits, brief, dueOn }: InstructionWholeFragment): Fields => ({
  dueOn,
  brief: brief ?? null,
  mainUnit: responsibleUnit.code,
  coUnits: coUnits.map(({ code, name }) => ({ code, name })),
});
