import type { ReactNode } from 'react';
import './deed-bar.css';

/** Where the deeds of what is open stand: below it, and always in sight. */
export const DeedBar = ({ children }: { children: ReactNode }) => (
  <footer className="as-wrap deed-bar">{children}</footer>
);
