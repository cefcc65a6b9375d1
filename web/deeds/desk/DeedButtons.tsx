import type { Transition } from '@lxq/schema/transitions.ts';
import { Button, Tooltip } from 'antd';
import { Kbd } from '../../ui/Kbd.tsx';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';

interface Props<Deed extends string> {
  machine: Readonly<Record<Deed, Transition<string, never>>>;
  /** Those that the viewer may do now, as their buttons stand. */
  deeds: readonly Deed[];
  /** The things to do. */
  primary: readonly Deed[];
  nameOf: (deed: Deed) => string;
  helpOf?: (deed: Deed) => string;
  /** The key that does it too. */
  caps?: Partial<Record<Deed, string>>;
  isBusy: boolean;
  ask: (deed: Deed) => void;
}

/** What may be done with a thing now; what may not is not shown. */
export function DeedButtons<Deed extends string>({ machine, deeds, primary, nameOf, caps = {}, ...rest }: Props<Deed>) {
  const isNarrow = useIsNarrow();
  return deeds.map((deed) => (
    <Tooltip key={deed} title={isNarrow ? '' : rest.helpOf?.(deed)}>
      <Button
        type={primary.includes(deed) ? 'primary' : 'default'}
        danger={machine[deed].isGrave === true}
        disabled={rest.isBusy}
        onClick={() => rest.ask(deed)}
      >
        {nameOf(deed)} {caps[deed] && !isNarrow && <Kbd>{caps[deed]}</Kbd>}
      </Button>
    </Tooltip>
  ));
}
