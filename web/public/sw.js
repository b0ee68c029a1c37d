// Keeps the pages themselves, so that tickets open at a gate without a network. Answers of the API are never kept here: tickets that were
// opened stand in the page's own shelf, and a seat map from yesterday would be a lie.
const SHELF = 'cavea-pages-1';
// The server may tell answers apart by what is accepted; here each address has one.
const KEPT = { ignoreVary: true };

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.add(new Request('/', { headers: { Accept: 'text/html' } }))).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = (names) => Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(old).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && !url.pathname.startsWith('/api/') && !/^\/(docs|openapi|metrics|health)/.test(url.pathname)) {
    event.respondWith(page(event.request));
  } else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg') {
    event.respondWith(asset(event.request));
  }
});

async function page(request) {
  try {
    const fresh = await fetch(request);
    if (fresh.ok && fresh.headers.get('Content-Type')?.startsWith('text/html')) {
      const shelf = await caches.open(SHELF);
      await shelf.put('/', fresh.clone());
    }
    return fresh;
  } catch (gone) {
    const kept = await caches.match('/', KEPT);
    if (kept) return kept;
    throw gone;
  }
}

// The name of an asset holds its digest: what is kept under it is right for ever.
async function asset(request) {
  const kept = await caches.match(request, KEPT);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) {
    const shelf = await caches.open(SHELF);
    await shelf.put(request, fresh.clone());
  }
  return fresh;
}
