import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ReportState } from '../../../contract.generated.ts';

const SHOWN = {
  all: null,
  toMend: ['RETURNED'],
  open: ['SUBMITTED', 'URGENT', 'TRIAGED', 'MERGED', 'DIGESTED', 'CASED', 'ORDERED'],
  done: ['REPLIED', 'ARCHIVED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly ReportState[] | null>;
type Shown = keyof typeof SHOWN;
const NAMES = Object.keys(SHOWN) as Shown[];

const shownOf = (text: string | null): Shown => NAMES.find((name) => name === text) ?? 'all';

/** The states that a tab shows; null for all of them. */
export function statesOf(text: string | null): ReportState[] | null {
  const states = SHOWN[shownOf(text)];
  return states && [...states];
}

/** All, to mend, in hand, done: the choice stands in the address. */
export function StateTabs() {
  const { t } = useTranslation('officer');
  const [search] = useSearchParams();
  const shown = shownOf(search.get('show'));
  return (
    <nav className="state-tabs" aria-label={t('mine.states')}>
      {NAMES.map((name) => (
        <Link
          key={name}
          to={name === 'all' ? '?' : `?show=${name}`}
          replace
          aria-current={name === shown ? 'page' : undefined}
        >
          {t(`mine.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
