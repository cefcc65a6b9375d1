import type { Screen } from '@lxq/schema/roles.ts';
import type { RouteObject } from 'react-router';
import { fetchWords, type Words } from './i18n/files.ts';
import type { ViewerFragment } from './session/viewer.generated.ts';

interface Screens {
  routes: RouteObject[];
  /** Looks for what the first screen will show, while it is being put together. */
  begin?: (viewer: ViewerFragment) => Promise<void>;
}

export interface Family {
  /** What its screens say, beyond what every screen needs. */
  words: readonly Words[];
  load: () => Promise<Screens>;
}

export const FRAMES = {
  desk: () => import('./session/DeskLayout.tsx'),
  phone: () => import('./session/PhoneLayout.tsx'),
};

export const FAMILIES: Record<keyof typeof FRAMES, Partial<Record<Screen, Family>>> = {
  desk: {
    home: { words: ['home', 'network'], load: () => import('./home/routes.tsx') },
    desk: { words: ['desk', 'reports'], load: () => import('./desk/routes.tsx') },
    digests: { words: ['digests', 'reports'], load: () => import('./digests/routes.tsx') },
    analyst: { words: ['analyst', 'reports'], load: () => import('./analyst/routes.tsx') },
    search: { words: ['search', 'reports'], load: () => import('./search/routes.tsx') },
    network: { words: ['network'], load: () => import('./network/routes.tsx') },
    admin: { words: ['admin', 'network'], load: () => import('./admin/routes.tsx') },
  },
  phone: {
    officer: { words: ['officer'], load: () => import('./officer/routes.tsx') },
    village: { words: ['village', 'officer'], load: () => import('./village/routes.tsx') },
    leader: { words: ['leader', 'digests'], load: () => import('./leader/routes.tsx') },
  },
};

/** Frame, screens and words at once; drawn one around the other, each would be asked for only when the outer one is there. */
export async function fetchScreen(screen: Screen): Promise<void> {
  for (const frame of ['desk', 'phone'] as const) {
    const family = FAMILIES[frame][screen];
    if (family) await Promise.all([FRAMES[frame](), family.load(), fetchWords(family.words)]);
  }
}
