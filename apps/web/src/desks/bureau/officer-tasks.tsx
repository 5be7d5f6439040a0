import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { LedgerRow, OfficerLoad } from '../../api/types';
import { BulkResult } from '../../shared/bulk-result';
import { clockStopped } from '../../shared/clock-stopped';
import { Due } from '../../shared/due';
import { toggled } from '../../shared/grid/columns';
import { PersonPicker } from '../../shared/pickers';
import { RemotePages } from '../../shared/remote';
import { TaskStateMark } from '../../shared/state-mark';
import type { BulkOutcome } from './bulk';
import { useBulkActs } from './bulk-acts';

/** The tasks one officer follows, to be chosen and moved to another. */
export function OfficerTasks({ load }: { load: OfficerLoad }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.tasks({ officerId: load.officerId, sort: 'due' }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const titleOf = (id: string) => titleIn(query.data, id);
  return (
    <section className="work">
      <h2>{t('bureau.tasksOf', { name: load.officer })}</h2>
      <MoveBar ids={[...chosen]} titleOf={titleOf} clear={() => setChosen(new Set())} />
      <RemotePages query={query} empty={t('bureau.ledgerEmpty')} rows={6}>
        {(items) => (
          <ul className="plain-list work-lines">
            {items.map((row) => (
              <li key={row.id}>
                <Checkbox
                  checked={chosen.has(row.id)}
                  aria-label={t('general.select', { title: row.title })}
                  onChange={() => setChosen(toggled(chosen, row.id))}
                />
                <span className="work-main">
                  <Link to="/tasks/$id" params={{ id: row.id }}>
                    {row.title || t('task.untitled')}
                  </Link>
                </span>
                <TaskStateMark state={row.state} suspended={row.suspended} />
                <Due
                  at={row.dueAt}
                  overdue={row.overdue}
                  running={!row.suspended && !clockStopped.includes(row.state)}
                />
              </li>
            ))}
          </ul>
        )}
      </RemotePages>
    </section>
  );
}

function titleIn(read: { pages: { items: LedgerRow[] }[] } | undefined, id: string): string | undefined {
  return read?.pages.flatMap(({ items }) => items).find((row) => row.id === id)?.title;
}

interface MoveBarProps {
  ids: string[];
  titleOf: (id: string) => string | undefined;
  clear: () => void;
}

function MoveBar({ ids, titleOf, clear }: MoveBarProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState<string>();
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const { start, pending, preview } = useBulkActs(titleOf, (done) => {
    clear();
    setOutcome(done);
  });
  return (
    <div className="row move-bar">
      <div style={{ width: 240 }}>
        <PersonPicker
          role="bureau_officer"
          value={to}
          onChange={setTo}
          placeholder={t('bureau.moveTo')}
          aria-label={t('bureau.moveTo')}
        />
      </div>
      <Button
        type="primary"
        disabled={ids.length === 0 || to === undefined}
        loading={pending}
        onClick={() => to !== undefined && start({ act: 'officer', ids, caseOfficerId: to })}
      >
        {t('bureau.move', { count: ids.length })}
      </Button>
      {preview}
      {outcome === null ? null : (
        <BulkResult done={outcome.words} skipped={outcome.skipped} titleOf={titleOf} onClose={() => setOutcome(null)} />
      )}
    </div>
  );
}
