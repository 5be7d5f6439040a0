import { useEffect, useState } from 'react';

/** Gives the focus back to what had it before this was mounted. For dialogs that are taken away when they close. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () =>
      queueMicrotask(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      }),
    [before],
  );
}
