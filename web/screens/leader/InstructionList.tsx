import { useQuery } from '@apollo/client/react';
import { InfiniteScroll } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { INSTRUCTIONS } from './ahead.ts';
import { InstructionCard } from './InstructionCard.tsx';
import { LeaderInstructionsDocument } from './leader.generated.ts';
import css from './leader.module.css';
import sheet from './sheet.module.css';
import { WaitingInstructions } from './WaitingInstructions.tsx';

const KINDS = ['INSTRUCTED', 'INSTRUCTION_WITHDRAWN', 'INSTRUCTION_READ'] as const;
const SHOWN = ['all', 'open', 'overdue'] as const;
type Shown = (typeof SHOWN)[number];

const isOpen = ({ state }: InstructionRowFragment) => state === 'INSTRUCTED' || state === 'REGISTERED';
const admits: Record<Shown, (instruction: InstructionRowFragment) => boolean> = {
  all: () => true,
  open: isOpen,
  overdue: (instruction) => isOpen(instruction) && instruction.isOverdue,
};

/** Everything this leader has instructed, newest first, with what is still owed. */
export function InstructionList() {
  const { t } = useTranslation('leader');
  const [params, setParams] = useSearchParams();
  const shown = SHOWN.find((each) => each === params.get('show')) ?? 'all';
  const variables = INSTRUCTIONS;
  const { data, error, refetch, fetchMore } = useQuery(LeaderInstructionsDocument, { variables });
  useRefetchOnChanges(KINDS, () => refetch());
  return (
    <section className={css.page}>
      <h1 className={css.pageTitle}>{t('instructions.title')}</h1>
      <AsOf questions={[[LeaderInstructionsDocument, variables]]} />
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
      <Loaded data={data?.instructions} error={error} onRetry={() => void refetch()}>
        {({ edges, pageInfo }) => {
          const rows = edges.map(({ node }) => node).filter(admits[shown]);
          return (
            <>
              {rows.length === 0 && !pageInfo.hasNextPage && <Empty text={t(`instructions.none.${shown}`)} />}
              {rows.map((instruction) => (
                <InstructionCard key={instruction.id} instruction={instruction} />
              ))}
              <InfiniteScroll
                hasMore={pageInfo.hasNextPage}
                loadMore={async () => {
                  await fetchMore({ variables: { ...variables, after: pageInfo.endCursor } });
                }}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
