import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import type { MergedMany, RegisteredMany } from '../api/bulk-types';
import type { MatterRow, Skipped, Total } from '../api/types';
import type { MatterSearch } from '../app/search';
import { BulkResult } from '../shared/bulk-result';
import { MergeMany } from './merge-many';
import { RegisterMany } from './register-many';
import { ReplyMany } from './reply-many';

interface MattersBarProps {
  search: MatterSearch;
  total: Total | undefined;
  chosen: ReadonlySet<string>;
  rows: MatterRow[];
  clear: () => void;
  mayWork: boolean;
}

/** How many matters there are, registering and answering many in one act, merging several into one. */
export function MattersBar({ search, total, chosen, rows, clear, mayWork }: MattersBarProps) {
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
      <Count total={total} chosen={chosen.size} />
      <span className="row">
        {mayWork && mayMerge && chosen.size > 1 ? (
          <MergeMany chosen={rows.filter(({ id }) => chosen.has(id))} onDone={merged} />
        ) : null}
        {mayWork && acts.includes('matter.reply') ? <ReplyMany {...act} onDone={clear} /> : null}
        {mayWork ? <RegisterMany {...act} onDone={registered} /> : null}
      </span>
      {outcome === null ? null : (
        <BulkResult done={outcome.done} skipped={outcome.skipped} titleOf={titleOf} onClose={() => setOutcome(null)} />
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
