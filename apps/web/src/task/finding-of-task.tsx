import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';

/** The finding that a rectification puts right, where the task is one. */
export function FindingOfTask({ taskId }: { taskId: string }) {
  const { acts } = useMe();
  return acts.includes('finding.read') ? <Named taskId={taskId} /> : null;
}

function Named({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(lists.findings({ taskId }, 1));
  const [finding] = data?.pages[0]?.items ?? [];
  if (finding === undefined) return null;
  const { words, unit, site, inspection, standing } = finding;
  return (
    <section className="stack" aria-label={t('finding.fromFinding')}>
      <h3 className="part-title">{t('finding.fromFinding')}</h3>
      <p className="words">{words}</p>
      <span className="soft small">
        {[unit.shortName, site?.name, inspection.name, t(`finding.standing.${standing}`)].filter(Boolean).join(' · ')}
      </span>
      <Link className="underlined" to="/findings" search={{ inspectionId: inspection.id }}>
        {t('finding.title')}
      </Link>
    </section>
  );
}
