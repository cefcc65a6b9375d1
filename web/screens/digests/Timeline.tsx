import { useQuery } from '@apollo/client/react';
import { Timeline as Line } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DigestState } from '../../contract.generated.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { DigestTimelineDocument, type DigestTimelineQuery } from './desk.generated.ts';
import css from './digests.module.css';

type Step = DigestTimelineQuery['digest']['timeline'][number];

/** Who moved the issue, when, from where to where, and what they said. */
export function Timeline({ id }: { id: string }) {
  const { t } = useTranslation('digests');
  const { data, error, refetch } = useQuery(DigestTimelineDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  useRefetchOnChanges(['DIGEST_MOVED', 'DIGEST_ISSUED'], () => refetch());
  return (
    <section className={css.panel}>
      <Loaded
        data={data?.digest.timeline}
        error={error}
        onRetry={() => void refetch()}
        isEmpty={(steps) => steps.length === 0}
        empty={<Empty text={t('timeline.none')} />}
      >
        {(steps) => <Line items={steps.map((step) => ({ key: step.id, content: <StepLine step={step} /> }))} />}
      </Loaded>
    </section>
  );
}

function StepLine({ step }: { step: Step }) {
  const { t } = useTranslation('words');
  const state = (name: string) => t(`digestState.${name as DigestState}`, { defaultValue: name });
  const moved = step.toState && step.toState !== step.fromState;
  return (
    <div>
      <strong>{t(`deed.${step.deed as 'edit'}`, { defaultValue: step.deed })}</strong>{' '}
      <span className={css.faint}>
        {shanghaiTime(step.at)} · {step.actorName ?? t(`role.${step.actorRole}`)}
        {moved && ` · ${step.fromState ? `${state(step.fromState)} → ` : ''}${state(step.toState ?? '')}`}
      </span>
      {step.note && <p className={css.note}>{step.note}</p>}
    </div>
  );
}
