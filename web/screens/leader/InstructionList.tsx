import { useQuery } from '@apollo/client/react';
import { OPEN_INSTRUCTIONS } from '@lxq/schema/instructions/instruction-states.ts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { INSTRUCTION_CHANGES } from '../../nouns/instructions/changes.ts';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePages } from '../../ui/usePages.ts';
import { INSTRUCTIONS } from './ahead.ts';
import { InstructionCard } from './InstructionCard.tsx';
import { LeaderInstructionsDocument } from './leader.generated.ts';
import css from './leader.module.css';
import sheet from './sheet.module.css';
import { WaitingInstructions } from './WaitingInstructions.tsx';

const SHOWN = ['all', 'result', 'open', 'overdue'] as const;
type Shown = (typeof SHOWN)[number];

const isOpen = ({ state }: InstructionRowFragment) => OPEN_INSTRUCTIONS.includes(state);
const admits: Record<Shown, (instruction: InstructionRowFragment) => boolean> = {
  all: () => true,
  result: ({ state }) => state === 'RESULT_TO_LEADER',
  open: isOpen,
  overdue: (instruction) => isOpen(instruction) && instruction.isOverdue,
};

/** Everything this leader has instructed, newest first, with what is still owed. */
export function InstructionList() {
  const { t } = useTranslation('leader');
  const [params, setParams] = useSearchParams();
  const shown = SHOWN.find((each) => each === params.get('show')) ?? 'all';
  const asked = useQuery(LeaderInstructionsDocument, { variables: INSTRUCTIONS });
  const pages = usePages(asked.data?.instructions, asked);
  const rows = pages.rows?.filter(admits[shown]);
  useRefetchOnChanges(INSTRUCTION_CHANGES, pages.refetch);
  return (
    <section className={css.page}>
      <h1 className={css.pageTitle}>{t('instructions.title')}</h1>
      <AsOf questions={[[LeaderInstructionsDocument, INSTRUCTIONS]]} />
      <WaitingInstructions />
      <fieldset className={sheet.chips} aria-label={t('instructions.filter')}>
        {SHOWN.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === shown}
            className={each === shown ? sheet.chipOn : sheet.chip}
            onClick={() => setParams(each === 'all' ? {} : { show: each }, { replace: true })}
          >
            {t(`instructions.${each}`)}
          </button>
        ))}
      </fieldset>
      <PagedList pages={{ ...pages, rows }} empty={<Empty text={t(`instructions.none.${shown}`)} />}>
        {(admitted) => admitted.map((each) => <InstructionCard key={each.id} instruction={each} />)}
      </PagedList>
    </section>
  );
}
