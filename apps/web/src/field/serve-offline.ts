/**
 * Lets this browser open the application without signal.
 * @returns whether it now can; never in development, nor where the browser has no service workers
 */
export async function serveOffline(): Promise<boolean> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return false;
  const registration = await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' });
  // asked of the browser: what lies here must not be thrown away when room gets short
  void navigator.storage.persist();
  return registration.active !== null || becomesActive(registration.installing ?? registration.waiting);
}

function becomesActive(worker: ServiceWorker | null): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker === null || worker.state === 'redundant') resolve(false);
      else if (worker.state === 'activated') resolve(true);
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}
