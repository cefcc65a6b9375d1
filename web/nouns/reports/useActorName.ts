import { useTranslation } from 'react-i18next';
import { useRoleName } from '../../session/usePostName.ts';
import type { ReportStepFragment } from './report.generated.ts';

export type Actor = Pick<
  ReportStepFragment,
  'actorName' | 'actorRole' | 'actorCapacity' | 'actorUnitCode' | 'actedByName'
>;

/** Who did it, as far as the reader may know: "张某（李某代）" where somebody stood in; and as what. A line that only tells of what was done elsewhere is nobody's. */
export function useActorName() {
  const { t } = useTranslation('words');
  const roleName = useRoleName();
  return ({ actorName, actorRole, actorCapacity, actorUnitCode, actedByName }: Actor) => ({
    name: actorName && actedByName ? t('actedBy', { name: actorName, by: actedByName }) : (actorName ?? null),
    role:
      actorName === ''
        ? ''
        : roleName({ role: actorRole, capacity: actorCapacity, unit: actorUnitCode ? { code: actorUnitCode } : null }),
  });
}
