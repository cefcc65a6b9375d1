import { useTranslation } from 'react-i18next';
import { InstructionStateTag } from '../../nouns/instructions/InstructionStateTag.tsx';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';
import { shanghaiTime } from '../../ui/time.ts';
import { DueDay } from './DueDay.tsx';
import { MatterRows } from './MatterRows.tsx';
import type { Rows } from './MatterTable.tsx';

/** Instructions, each with the leader's words. */
export function InstructionTable(props: Rows<InstructionRowFragment>) {
  const { t } = useTranslation(['matters', 'words']);
  return (
    <MatterRows
      {...props}
      base="/matters"
      name={t('column.text')}
      about={({ leader, level, instructedAt }) => (
        <>
          <strong>{leader.name}</strong> {t(`words:leaderLevel.${level}`)} <span>{shanghaiTime(instructedAt)}</span>
        </>
      )}
      words={({ text }) => text}
      state={({ state }) => <InstructionStateTag state={state} />}
      unit={{ name: t('column.unit'), of: ({ responsibleUnit }) => responsibleUnit.name }}
      due={(row) => <DueDay instruction={row} />}
    />
  );
}
