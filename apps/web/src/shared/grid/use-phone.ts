import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

function listen(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** true on a narrow screen, where tables become cards. */
export function usePhone(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(query).matches);
}
