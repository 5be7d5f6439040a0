import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import type { MatterRow, MergedMany, RegisteredMany, Skipped } from '../api/types';
import type { MatterSearch } from '../app/search';
import { BulkResult } from '../shared/bulk-result';
import { MergeMany } from './merge-many';
import { RegisterManyDialog } from './register-many-dialog';

interface MattersBarProps {
  search: MatterSearch;
  chosen: ReadonlySet<string>;
  rows: MatterRow[];
  clear: () => void;
  mayWork: boolean;
  /** How the list looks, and its exports. */
  tools: ReactNode;
}

/** Registering many in one act, merging several into one. */
export function MattersBar({ search, chosen, rows, clear, mayWork, tools }: MattersBarProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const mayMerge = useMe().acts.includes('matter.settle');
  const [outcome, setOutcome] = useState<{ done: string; skipped: Skipped[] } | null>(null);
  const finish = (done: string, { skipped }: { skipped: Skipped[] }) => {
    clear();
    setOutcome({ done, skipped });
  };
  const registered = (done: RegisteredMany) =>
    finish(t('matter.registered', { registered: done.registered, dispatched: done.dispatched }), done);
  const merged = (done: MergedMany) => finish(t('matter.mergedMany', { count: done.merged }), done);
  return (
    <div className="grid-bar">
      <span className="row">
        {chosen.size === 0 ? null : <b>{t('general.chosen', { count: chosen.size })}</b>}
        {mayWork && mayMerge && chosen.size > 1 ? (
          <MergeMany chosen={rows.filter(({ id }) => chosen.has(id))} onDone={merged} />
        ) : null}
        {mayWork ? (
          <Button type={chosen.size > 0 ? 'primary' : 'default'} onClick={() => setOpen(true)}>
            {t('matter.registerMany')}
          </Button>
        ) : null}
      </span>
      {tools}
      {open ? (
        <RegisterManyDialog search={search} chosen={[...chosen]} onClose={() => setOpen(false)} onDone={registered} />
      ) : null}
      {outcome === null ? null : (
        <BulkResult
          done={outcome.done}
          skipped={outcome.skipped}
          titleOf={(id) => rows.find((row) => row.id === id)?.title}
          onClose={() => setOutcome(null)}
        />
      )}
    </div>
  );
}
