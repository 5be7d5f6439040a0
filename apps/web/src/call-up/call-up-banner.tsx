import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import { countyTime } from '../shared/county-time';

/** Asked by everybody at the same pace, so that asking tells nothing. */
const paceMs = 60_000;

/** Above every page of whoever is called up and has not said that they come. */
export function CallUpBanner() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const { data } = useQuery({
    ...lists.callUps(),
    enabled: acts.includes('sealed.called'),
    refetchInterval: paceMs,
  });
  const open = (data ?? []).filter(({ acknowledgedAt, withdrawn }) => acknowledgedAt === null && !withdrawn);
  const [first] = open;
  if (first === undefined || here === '/call-ups') return null;
  return (
    <div className="call-up-banner no-print" role="status">
      <b>{t('callUp.banner', { at: countyTime(first.startsAt), place: first.place })}</b>
      <Link className="underlined" to="/call-ups">
        {t('callUp.open')}
      </Link>
    </div>
  );
}
