import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../../session/session.ts';

const KINDS = ['instructions', 'cases', 'revisits', 'orders', 'censures', 'themes', 'supervision'] as const;
/** A village room has neither: themes are of several villages, and a station counts what its villages were told. */
const OF_SEVERAL: readonly Kind[] = ['themes', 'supervision'];
type Kind = (typeof KINDS)[number];
const addressOf = (kind: Kind) => (kind === 'instructions' ? '/matters' : `/matters/${kind}`);

/** 批示 | 案件 | 回访 | 单子 | 通报 | 苗头 | 督查, each with an address of its own. */
export function MatterKinds() {
  const { t } = useTranslation('matters');
  const { pathname } = useLocation();
  const { level } = useViewer();
  const isAt = (kind: Kind) => pathname === addressOf(kind) || pathname.startsWith(`${addressOf(kind)}/`);
  const current = KINDS.findLast(isAt);
  return (
    <nav className="matter-kinds" aria-label={t('kinds')}>
      {KINDS.filter((kind) => level !== 'VILLAGE' || !OF_SEVERAL.includes(kind)).map((kind) => (
        <Link key={kind} to={addressOf(kind)} aria-current={kind === current ? 'page' : undefined}>
          {t(`kind.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}
