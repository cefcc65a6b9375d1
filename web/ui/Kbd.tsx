import type { ReactNode } from 'react';

/** A key to press, as drawn in help and hints. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}
