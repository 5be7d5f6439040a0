import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { nameOf } from '../i18n/names';
import { guideQuery, nextStep } from './guide-query';

/** While a county is not yet at work: what comes next, above every page of those who take part in it. */
export function GuideStrip() {
  const { t } = useTranslation();
  const me = useMe();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const takesPart = me.acts.includes('guide.read') && !me.county.demo;
  const { data } = useQuery({ ...guideQuery, enabled: takesPart });
  const next = data === undefined || data.complete ? null : nextStep(data, me);
  if (!takesPart || next === null || here === '/start') return null;
  const step = nameOf('founding.step', next.step.step);
  return (
    <div className="guide-strip no-print">
      <span>{next.mine ? t('founding.stripYours', { step }) : t('founding.strip', { step })}</span>
      <Link to="/start">{t('founding.stripOpen')}</Link>
    </div>
  );
}
