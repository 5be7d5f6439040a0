import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRow, Skipped, Total } from '../api/types';
import type { MatterSearch } from '../app/search';
import { BulkResult } from '../shared/bulk-result';
import { RegisterManyDialog } from './register-many-dialog';

interface MattersBarProps {
  search: MatterSearch;
  total: Total | undefined;
  chosen: ReadonlySet<string>;
  rows: MatterRow[];
  clear: () => void;
  mayWork: boolean;
}

/** How many matters there are, and registering many in one act. */
export function MattersBar({ search, total, chosen, rows, clear, mayWork }: MattersBarProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<{ words: string; skipped: Skipped[] } | null>(null);
  const count = total?.value ?? 0;
  return (
    <div className="grid-bar">
      <span className="soft">
        {chosen.size > 0 ? (
          <b>{t('general.chosen', { count: chosen.size })}</b>
        ) : (
          t(total?.capped ? 'general.totalCapped' : 'general.total', { count })
        )}
      </span>
      {mayWork ? (
        <Button type={chosen.size > 0 ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {t('matter.registerMany')}
        </Button>
      ) : null}
      {open ? (
        <RegisterManyDialog
          search={search}
          chosen={[...chosen]}
          onClose={() => setOpen(false)}
          onDone={(done) => {
            setOpen(false);
            clear();
            setOutcome({
              words: t('matter.registered', { registered: done.registered, dispatched: done.dispatched }),
              skipped: done.skipped,
            });
          }}
        />
      ) : null}
      {outcome === null ? null : (
        <BulkResult
          done={outcome.words}
          skipped={outcome.skipped}
          titleOf={(id) => rows.find((row) => row.id === id)?.title}
          onClose={() => setOutcome(null)}
        />
      )}
    </div>
  );
}
