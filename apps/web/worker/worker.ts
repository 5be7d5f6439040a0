/// <reference lib="webworker" />
/*
 * Opens the application without signal. It keeps the files of one build, which bear a hash of their content in their
 * name, and the page that asks for them; it never keeps an answer of the API. With signal the page comes from the server,
 * so that nobody is held on an old build.
 */

/** Written in by the build: what tells it from others, and its scripts and styles. */
declare const BUILT: { readonly build: string; readonly files: readonly string[] };

// boundary: the build makes this file a service worker, whose scope the compiler takes for any worker's
const worker = self as unknown as ServiceWorkerGlobalScope;
const { build, files } = BUILT;

const prefix = 'ducha-shell-';
const here = `${prefix}${build}`;
/** This build and the one before: a window that was opened before an update still finds its files. */
const keptBuilds = 2;
/** How long a page may take over a thin line before the kept one is shown, in ms. */
const patienceMs = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin) return;
  if (/^\/(?:api|queues|livez|readyz|metrics)(?:\/|$)/.test(pathname)) return;
  if (mode === 'navigate') event.respondWith(page(event.request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(event.request));
});

/** Takes the whole build or nothing: a page of another build would ask for files that are not here. */
async function install(): Promise<void> {
  const cache = await caches.open(here);
  const shell = await fetch('/', { cache: 'reload' });
  const text = await shell.clone().text();
  const asked = [...text.matchAll(/\/assets\/[^"]+\.(?:js|css)/g)].map(([file]) => file);
  if (!shell.ok || !asked.every((file) => files.includes(file))) throw new Error('the server has another build by now');
  await cache.addAll([...files]);
  await cache.put('/', shell);
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== here);
  const old = builds.slice(0, Math.max(0, builds.length + 1 - keptBuilds));
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The page of the server, or the kept one where the server does not answer in time. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(here)).match('/');
  if (kept === undefined) return fetch(request);
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
  } catch {
    return kept;
  }
}

/** Files never change under their name: a kept one is the right one. Fonts are kept as they are used. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(here)).put(request, fresh.clone());
  return fresh;
}
