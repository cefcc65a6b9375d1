import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TrayTabs } from '../../ui/desk/TrayTabs.tsx';

interface Props<Shown extends string> {
  base: string;
  /** Those that there are, in the order of their way. */
  trays: readonly Shown[];
  shown: Shown;
  nameOf: (tray: Shown) => string;
  countOf: (tray: Shown) => number | undefined;
  isLate?: (tray: Shown) => boolean;
}

/** Where matters lie, with what each tray holds; an open one stays open. */
export function MatterTrays<Shown extends string>({ base, trays, shown, nameOf, countOf, isLate }: Props<Shown>) {
  const { t } = useTranslation('matters');
  const { id } = useParams();
  return (
    <TrayTabs
      label={t('trays')}
      trays={trays.map((tray) => ({
        to: `${base}${id ? `/${id}` : ''}${tray === 'ALL' ? '' : `?tray=${tray}`}`,
        ...{ name: nameOf(tray), count: countOf(tray), isCurrent: tray === shown, isLate: isLate?.(tray) ?? false },
      }))}
    />
  );
}

/** The tray that the address names; all of them where it names none. */
export const trayIn = <Shown extends string>(trays: readonly Shown[], params: URLSearchParams): Shown =>
  trays.find((each) => each === params.get('tray')) ?? ('ALL' as Shown);

/** How many lie in one tray. */
export const countIn = (trays: readonly { tray: string; count: number }[] | undefined, tray: string) =>
  tray === 'ALL' ? trays?.reduce((sum, { count }) => sum + count, 0) : trays?.find((each) => each.tray === tray)?.count;
