import { saveBegun } from './begun.ts';
import { reloadFresh } from './reload-fresh.ts';

const HOUR = 3_600_000;

let isThere = false;
const hearers = new Set<() => void>();
function found() {
  isThere = true;
  for (const hear of hearers) hear();
}

/** Whether the server has a newer version than this page, as far as this page has heard. */
export const newVersion = {
  isThere: () => isThere,
  listen(hear: () => void) {
    hearers.add(hear);
    return () => hearers.delete(hear);
  },
};

let isLookedFor = false;

/**
 * Installs the service worker, and looks for newer ones. A newer one waits until somebody asks for it, here or in another
 * tab. It then answers for all of them, and each goes on with the pieces it began with (public/kept-pieces.js) until
 * it is loaded anew itself.
 */
export async function lookForNewVersions(): Promise<void> {
  if (isLookedFor || !('serviceWorker' in navigator)) return;
  isLookedFor = true;
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (!registration) return;
  // The first that is ever installed is this very version.
  const isUpdate = () => navigator.serviceWorker.controller !== null;
  if (registration.waiting && isUpdate()) found();
  const follow = ({ installing } = registration) =>
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && isUpdate()) found();
    });
  // The browser looks for one by itself whenever a page is opened: it may be on its way before we ask.
  follow();
  registration.addEventListener('updatefound', () => follow());
  if (isUpdate()) navigator.serviceWorker.addEventListener('controllerchange', found);
  let lookedAt = Date.now();
  const look = () => {
    const since = Date.now() - lookedAt;
    // A clock that was put right has gone back by days.
    if (document.visibilityState !== 'visible' || (since >= 0 && since < HOUR)) return;
    lookedAt = Date.now();
    void registration.update().catch(() => undefined);
  };
  // A phone's page sleeps for days between two looks.
  document.addEventListener('visibilitychange', look);
  setInterval(look, HOUR / 4);
}

/** What is being written is on the device before the page goes. */
export async function takeNewVersion(): Promise<void> {
  await saveBegun();
  await reloadFresh();
}
