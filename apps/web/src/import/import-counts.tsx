import { useTranslation } from 'react-i18next';
import type { ImportView } from '../api/types';

const shown = ['physicalRows', 'rows', 'imported', 'duplicates', 'blank', 'rejected'] as const;

/** What was found in the file, as figures. */
export function ImportCounts({ counts, done }: { counts: ImportView['counts']; done: boolean }) {
  const { t } = useTranslation();
  return (
    <dl className="import-counts">
      {shown.map((name) => (
        <div key={name} data-pressing={name === 'rejected' && counts.rejected > 0}>
          <dt>{t(`importing.counts.${name === 'imported' && done ? 'importedDone' : name}`)}</dt>
          <dd>{counts[name].toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  );
}
