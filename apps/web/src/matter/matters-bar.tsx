import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRow, RegisteredMany, Total } from '../api/types';
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
  const [outcome, setOutcome] = useState<RegisteredMany | null>(null);
  const finish = (done: RegisteredMany) => {
    clear();
    setOutcome(done);
  };
  return (
    <div className="grid-bar">
      <Count total={total} chosen={chosen.size} />
      {mayWork ? (
        <Button type={chosen.size > 0 ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {t('matter.registerMany')}
        </Button>
      ) : null}
      {open ? (
        <RegisterManyDialog search={search} chosen={[...chosen]} onClose={() => setOpen(false)} onDone={finish} />
      ) : null}
      {outcome === null ? null : (
        <BulkResult
          done={t('matter.registered', { registered: outcome.registered, dispatched: outcome.dispatched })}
          skipped={outcome.skipped}
          titleOf={(id) => rows.find((row) => row.id === id)?.title}
          onClose={() => setOutcome(null)}
        />
      )}
    </div>
  );
}

function Count({ total, chosen }: { total: Total | undefined; chosen: number }) {
  const { t } = useTranslation();
  if (chosen > 0) return <b>{t('general.chosen', { count: chosen })}</b>;
  if (total === undefined) return <span />;
  return (
    <span className="soft">{t(total.capped ? 'general.totalCapped' : 'general.total', { count: total.value })}</span>
  );
}
