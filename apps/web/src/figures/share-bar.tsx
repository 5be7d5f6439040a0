import { useTranslation } from 'react-i18next';

interface ShareProps {
  n: number;
  of: number;
  /** As the server rounds it; null of none. */
  percent: number | null;
}

/** A share drawn to one scale, with what it is a share of. */
export function ShareBar({ n, of, percent }: ShareProps) {
  const { t } = useTranslation();
  return (
    <span className="share">
      <span className="share-track" aria-hidden="true">
        <span style={{ width: `${percent ?? 0}%` }} />
      </span>
      <span className="nobreak">
        {percent === null ? t('figures.ofNone') : t('figures.share', { percent: percent.toFixed(1), n, of })}
      </span>
    </span>
  );
}
