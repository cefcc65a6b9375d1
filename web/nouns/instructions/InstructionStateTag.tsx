import type { InstructionState } from '@lxq/schema/instructions/instruction-states.ts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

const COLOURS: Record<InstructionState, string> = {
  INSTRUCTED: 'gold',
  WITHDRAWN: 'default',
  REGISTERED: 'blue',
  DISPATCHED: 'orange',
  SIGNED_FOR: 'geekblue',
  OBJECTED: 'red',
  HANDLING: 'geekblue',
  REPORTED: 'cyan',
  VERIFYING: 'cyan',
  RETURNED: 'red',
  RESULT_TO_LEADER: 'purple',
  CLOSED: 'green',
};

export function InstructionStateTag({ state }: { state: InstructionState }) {
  const { t } = useTranslation('words');
  return <Tag color={COLOURS[state]}>{t(`instructionState.${state}`)}</Tag>;
}
