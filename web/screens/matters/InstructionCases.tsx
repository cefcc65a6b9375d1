import { useQuery } from '@apollo/client/react';
import { OUT_TO_UNITS } from '@lxq/schema/instructions/instruction-states.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { CasesOn } from '../../nouns/cases/CasesOn.tsx';
import { CasesOfInstructionDocument } from '../../nouns/cases/case.generated.ts';
import { CASE_CHANGES } from '../../nouns/cases/changes.ts';
import { titleOf } from '../../nouns/cases/titleOf.ts';
import type { InstructionWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { shanghaiDay } from '../../ui/time.ts';
import { useProposal } from './useProposal.ts';

/** What an instruction is handled by, and the way to make it a case: in the office's own words of it, where they stand. */
export function InstructionCases({ instruction }: { instruction: InstructionWholeFragment }) {
  const { id, no, state, brief, instructedAt } = instruction;
  // The instruction brings them; they are asked for by themselves only after a change of theirs.
  const { data, refetch } = useQuery(CasesOfInstructionDocument, { variables: { id }, fetchPolicy: 'cache-first' });
  useRefetchOnChanges(CASE_CHANGES, refetch);
  const { text, ...where } = useProposal(id);
  const told = brief ?? text;
  return (
    <CasesOn
      source={{ channel: 'INSTRUCTION', id, no }}
      cases={data?.instruction?.cases ?? []}
      isOpenable={OUT_TO_UNITS.includes(state) && state !== 'CLOSED'}
      proposed={{ title: titleOf(told), brief: told, ...where }}
      receivedOn={shanghaiDay(instructedAt)}
    />
  );
}
