const PATIENCE_MS = 3_000;

/** Reloads with the newest version: a page that misses a piece is usually older than what the server now has. */
export async function reloadFresh() {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  await registration?.update().catch(() => undefined);
  if (registration?.waiting) {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage({ type: 'SKIP_WAITING' });
    setTimeout(() => location.reload(), PATIENCE_MS);
  } else location.reload();
}
