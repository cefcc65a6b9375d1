import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

const KINDS = { instructions: '/matters', cases: '/matters/cases', revisits: '/matters/revisits' } as const;
type Kind = keyof typeof KINDS;

/** 批示 | 案件 | 回访, each with an address of its own. */
export function MatterKinds() {
  const { t } = useTranslation('matters');
  const { pathname } = useLocation();
  const isAt = (kind: Kind) => pathname === KINDS[kind] || pathname.startsWith(`${KINDS[kind]}/`);
  const current = (['cases', 'revisits'] as const).find(isAt) ?? 'instructions';
  return (
    <nav className="matter-kinds" aria-label={t('kinds')}>
      {(Object.keys(KINDS) as Kind[]).map((kind) => (
        <Link key={kind} to={KINDS[kind]} aria-current={kind === current ? 'page' : undefined}>
          {t(`kind.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}
