import { useTranslation } from 'react-i18next';

/** How the interval and the next sample are reckoned, on the page where the figures stand. */
export function Formula() {
  const { t } = useTranslation();
  return (
    <details className="sheet held-section">
      <summary>{t('lookBack.formula')}</summary>
      <div className="stack small formula">
        <p>{t('lookBack.formulaShare')}</p>
        <code>( p + z²/2n ± z·√( p(1−p)/n + z²/4n² ) ) ÷ ( 1 + z²/n ), z = 1.96</code>
        <p>{t('lookBack.formulaSample')}</p>
        <code>{t('lookBack.formulaPercent')}</code>
        <p>{t('lookBack.formulaQuota')}</p>
      </div>
    </details>
  );
}
