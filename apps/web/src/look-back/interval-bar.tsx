import { useTranslation } from 'react-i18next';

interface IntervalProps {
  checked: number;
  held: number;
  low: number;
  high: number;
}

const percentOf = (share: number): string => `${Math.round(share * 100)}%`;

/** What held, drawn with its interval; the words beside it say the same. */
export function IntervalBar({ checked, held, low, high }: IntervalProps) {
  const { t } = useTranslation();
  if (checked === 0) return <span className="soft">{t('lookBack.neverChecked')}</span>;
  const words = t('lookBack.heldOf', { held, checked, low: percentOf(low), high: percentOf(high) });
  return (
    <span>
      <span className="interval" role="img" aria-label={words} style={{ display: 'block' }}>
        <span
          className="interval-range"
          style={{ insetInlineStart: percentOf(low), width: percentOf(Math.max(0.01, high - low)) }}
        />
        <span className="interval-share" style={{ insetInlineStart: percentOf(held / checked) }} />
      </span>
      <span className="interval-ends faint small" aria-hidden>
        <span>0%</span>
        <span>100%</span>
      </span>
    </span>
  );
}

/** The interval in words. */
export function IntervalWords(props: IntervalProps) {
  const { t } = useTranslation();
  const { checked, held, low, high } = props;
  if (checked === 0) return null;
  return (
    <span className="small">{t('lookBack.heldOf', { held, checked, low: percentOf(low), high: percentOf(high) })}</span>
  );
}
