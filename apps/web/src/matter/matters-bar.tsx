import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import type { MergedMany, RegisteredMany } from '../api/bulk-types';
import type { MatterRow, Skipped } from '../api/types';
import type { MatterSearch } from '../app/search';
import { BulkResult } from '../shared/bulk-result';
import { MergeMany } from './merge-many';
import { RegisterMany } from './register-many';
import { ReplyMany } from './reply-many';

interface MattersBarProps {
  search: MatterSearch;
  chosen: ReadonlySet<string>;
  rows: MatterRow[];
  clear: () => void;
  mayWork: boolean;
  /** How the list looks, and its exports. */
  tools: ReactNode;
}

/** Registering and answering many in one act, merging several into one, beside what the list looks like. */
export function MattersBar({ search, chosen, rows, clear, mayWork, tools }: MattersBarProps) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const mayMerge = acts.includes('matter.settle');
  const titleOf = (id: string) => rows.find((row) => row.id === id)?.title;
  const act = { search, chosen: [...chosen], titleOf };
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
        {mayWork && acts.includes('matter.reply') ? <ReplyMany {...act} onDone={clear} /> : null}
        {mayWork ? <RegisterMany {...act} onDone={registered} /> : null}
      </span>
      {tools}
      {outcome === null ? null : (
        <BulkResult done={outcome.done} skipped={outcome.skipped} titleOf={titleOf} onClose={() => setOutcome(null)} />
      )}
    </div>
  );
}
