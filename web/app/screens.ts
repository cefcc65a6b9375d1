import type { Screen } from '@lxq/schema/roles.ts';
import type { RouteObject } from 'react-router';
import { fetchWords, type Words } from '../i18n/files.ts';
import type { ViewerFragment } from '../session/viewer.generated.ts';

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
  desk: () => import('./DeskLayout.tsx'),
  phone: () => import('./PhoneLayout.tsx'),
};

export const FAMILIES: Record<keyof typeof FRAMES, Partial<Record<Screen, Family>>> = {
  desk: {
    home: {
      words: ['home', 'network', 'signing', 'duties', 'deadlines'],
      load: () => import('../screens/home/routes.tsx'),
    },
    desk: {
      words: ['desk', 'reports', 'attachments', 'views', 'preferences', 'cases', 'themes', 'presentations'],
      load: () => import('../screens/desk/routes.tsx'),
    },
    matters: {
      words: [
        'matters',
        'revisits',
        'instructions',
        'deadlines',
        'reports',
        'attachments',
        'attaching',
        'digests',
        'signing',
        'duties',
        'contacts',
        'cases',
        'orders',
        'censures',
        'themes',
        'papers',
        'supervision',
      ],
      load: () => import('../screens/matters/routes.tsx'),
    },
    digests: { words: ['digests', 'reports', 'attachments'], load: () => import('../screens/digests/routes.tsx') },
    analyst: {
      words: ['analyst', 'reports', 'attachments', 'views', 'preferences'],
      load: () => import('../screens/analyst/routes.tsx'),
    },
    search: {
      words: ['search', 'reports', 'attachments', 'views', 'preferences'],
      load: () => import('../screens/search/routes.tsx'),
    },
    network: { words: ['network', 'reports'], load: () => import('../screens/network/routes.tsx') },
    admin: { words: ['admin', 'network', 'deadlines'], load: () => import('../screens/admin/routes.tsx') },
  },
  phone: {
    officer: { words: ['officer', 'attachments'], load: () => import('../screens/officer/routes.tsx') },
    village: { words: ['village', 'officer', 'attachments'], load: () => import('../screens/village/routes.tsx') },
    leader: {
      words: ['leader', 'attachments', 'digests', 'instructions'],
      load: () => import('../screens/leader/routes.tsx'),
    },
  },
};

/** A paper opens for whoever may read it, in the frame of their own first screen. */
export const PAPERS: Family = { words: ['papers'], load: () => import('../screens/papers/routes.tsx') };

/** What the viewer is told; likewise. */
export const NOTIFICATIONS: Family = {
  words: ['notifications'],
  load: () => import('../screens/notifications/routes.tsx'),
};

/** What programs read with in the viewer's name; at desks. */
export const TOKENS: Family = { words: ['tokens'], load: () => import('../screens/tokens/routes.tsx') };

/** Frame, screens and words at once; drawn one around the other, each would be asked for only when the outer one is there. */
export async function fetchScreen(screen: Screen): Promise<void> {
  for (const frame of ['desk', 'phone'] as const) {
    const family = FAMILIES[frame][screen];
    if (family) await Promise.all([FRAMES[frame](), family.load(), fetchWords(family.words)]);
  }
}
