import { useTranslation } from 'react-i18next';
import type { Verdict } from './clock-words';

const signs: Record<Verdict, React.ReactNode> = {
  running: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 3v3l2 1.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  overdue: (
    <>
      <path d="M6 .8 11.6 11H.4z" fill="currentColor" />
      <path d="M6 4.4v3.2M6 8.6v1.2" stroke="var(--sheet)" strokeWidth="1.3" />
    </>
  ),
  suspended: <path d="M4 2v8M8 2v8" stroke="currentColor" strokeWidth="2" />,
  in_time: <path d="M1.8 6.4 4.8 9.4 10.4 2.8" fill="none" stroke="currentColor" strokeWidth="2" />,
  late: <path d="M6 1.4 11 10.6H1z" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  cancelled: <path d="M2 6h8" stroke="currentColor" strokeWidth="2" />,
};

const tones: Record<Verdict, string> = {
  running: 'go',
  overdue: 'late',
  suspended: 'end',
  in_time: 'good',
  late: 'late',
  cancelled: 'end',
};

/** The drawn sign alone, beside words that say the same. */
export function VerdictSign({ verdict }: { verdict: Verdict }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {signs[verdict]}
    </svg>
  );
}

/** How a clock stands: word and drawn sign, so that no one needs colours to read it. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  return (
    <span className="mark" data-tone={tones[verdict]}>
      <VerdictSign verdict={verdict} />
      {t(`clock.verdict.${verdict}`)}
    </span>
  );
}
