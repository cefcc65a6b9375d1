/*
 * Part of the service worker. Pages that are open while a newer version takes over go on with the pieces they began with,
 * also those they have not fetched yet. A newer version's precache drops the older one's pieces, and the server may have
 * them no longer: so before that they go into the cache that every piece outside the precache is answered from.
 */
const KEPT_FOR_MS = 30 * 24 * 3_600_000;

self.addEventListener('install', (event) => event.waitUntil(keepPieces()));

async function keepPieces() {
  const kept = await caches.open('assets');
  await forgetOld(kept);
  for (const name of await caches.keys()) if (name.includes('precache')) await copy(await caches.open(name), kept);
}

async function forgetOld(kept) {
  for (const request of await kept.keys()) {
    const response = await kept.match(request);
    const at = Date.parse(response?.headers.get('date') ?? '');
    if (!(Date.now() - at < KEPT_FOR_MS)) await kept.delete(request);
  }
}

async function copy(precache, kept) {
  for (const request of await precache.keys()) {
    if (!new URL(request.url).pathname.startsWith('/assets/') || (await kept.match(request))) continue;
    const response = await precache.match(request);
    if (response) await kept.put(request, response);
  }
}
