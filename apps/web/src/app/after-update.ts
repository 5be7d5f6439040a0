const lastReload = 'ducha.reloaded';
const onceInMs = 60_000;

/**
 * A window that was open during an update may ask for a file that the server has no more: it is loaded anew, once a minute
 * at most. Nothing that was noted is lost by it; without signal nothing would be gained.
 */
export function comesBackAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(lastReload) ?? 0);
    if (!navigator.onLine || Date.now() - last < onceInMs) return;
    event.preventDefault();
    sessionStorage.setItem(lastReload, String(Date.now()));
    window.location.reload();
  });
}
