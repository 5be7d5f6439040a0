import { useTranslation } from 'react-i18next';
import { useLive, type LiveState } from '../api/live';

/** Says whether what is on the screen follows the server, and keeps the stream open. */
export function LiveBadge() {
  const state = useLive();
  const { t } = useTranslation();
  const words: Record<LiveState, string> = {
    open: t('shell.liveOpen'),
    connecting: t('shell.liveConnecting'),
    lost: t('shell.liveLost'),
  };
  return (
    <span className="live" data-state={state} role="status" title={words[state]}>
      <i aria-hidden="true" />
      <span>{words[state]}</span>
    </span>
  );
}
