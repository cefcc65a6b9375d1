import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { ResultDialog } from '../ResultDialog.tsx';
import type { AskedDeed } from '../useAskedDeed.ts';
import { DraftCaseResultDocument } from './cases.generated.ts';

/** The result report of a case; of what a villager appeals for also the written opinion. */
export function CaseResultDialog(props: AskedDeed<CaseWholeFragment>) {
  const isWritten = props.thing.purpose === 'APPEAL';
  return (
    <ResultDialog
      {...props}
      noun="case"
      isWritten={isWritten}
      keep={(carry, result, written) => carry(DraftCaseResultDocument, { result, written: isWritten ? written : null })}
    />
  );
}
