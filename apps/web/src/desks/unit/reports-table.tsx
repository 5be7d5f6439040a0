import { App, Button } from 'antd';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import type { AssignmentView } from '../../api/types';
import { BulkPreview, type Rehearsal } from '../../shared/bulk-preview';
import { isBlank, useDrafts } from './drafts';
import { cellsOf, emptyDraft, placePaste, type ReportColumn } from './paste';
import { ReportRow } from './report-row';
import { useSendReports, type Row } from './send-reports';

/** One editable row per assignment under way; takes rows pasted from a spreadsheet. */
export function ReportsTable({ items }: { items: AssignmentView[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const { drafts, write, forget } = useDrafts(me.person.id);
  const { start, pending, outcomes, preview } = useRehearsedReports(items, forget);
  const filled = items
    .map((item): Row => [item.id, drafts[item.id] ?? emptyDraft])
    .filter(([, draft]) => !isBlank(draft));
  const ready = filled.filter(([, draft]) => draft.progress.trim() !== '');
  const paste = usePaste(items, write);
  return (
    <>
      <div className="reports" role="region" aria-label={t('unit.reports')} tabIndex={0}>
        <table>
          <ReportsHead />
          <tbody>
            {items.map((item, row) => (
              <ReportRow
                key={item.id}
                assignment={item}
                draft={drafts[item.id] ?? emptyDraft}
                outcome={outcomes.get(item.id)}
                onChange={(part) => write(item.id, part)}
                onPaste={(event, column) => paste(event, row, column)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ReportsBar
        filled={filled.length}
        ready={ready.length}
        pending={pending}
        discard={() => forget(filled.map(([id]) => id))}
        send={() => start(ready)}
      />
      {preview}
    </>
  );
}

interface ReportsBarProps {
  filled: number;
  ready: number;
  pending: boolean;
  discard: () => void;
  send: () => void;
}

function ReportsBar({ filled, ready, pending, discard, send }: ReportsBarProps) {
  const { t } = useTranslation();
  return (
    <div className="reports-bar">
      <Button type="text" disabled={filled === 0} onClick={discard}>
        {t('unit.discard')}
      </Button>
      <Button type="primary" size="large" disabled={ready === 0} loading={pending} onClick={send}>
        {ready === 0 ? t('unit.sendNone') : t('unit.send', { count: ready })}
      </Button>
    </div>
  );
}

/** A table that is all right is sent without a question; one that is not shows first which rows stay. */
function useRehearsedReports(items: AssignmentView[], forget: (ids: string[]) => void) {
  const { t } = useTranslation();
  const { rehearse, send, outcomes } = useSendReports(forget);
  const [asked, setAsked] = useState<{ rows: Row[]; rehearsal: Rehearsal }>();
  const close = () => setAsked(undefined);
  const start = (rows: Row[]) =>
    rehearse.mutate(rows, {
      onSuccess: (rehearsal) => (rehearsal.wont.length === 0 ? send.mutate(rows) : setAsked({ rows, rehearsal })),
    });
  const preview =
    asked === undefined ? null : (
      <BulkPreview
        title={t('unit.send', { count: asked.rows.length })}
        rehearsal={asked.rehearsal}
        titleOf={(id) => items.find((item) => item.id === id)?.task.title}
        pending={send.isPending}
        onConfirm={() => send.mutate(asked.rows, { onSettled: close })}
        onClose={close}
      />
    );
  return { start, pending: rehearse.isPending || send.isPending, outcomes, preview };
}

function ReportsHead() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('unit.colTask')}</th>
        <th scope="col">{t('unit.colProgress')}</th>
        <th scope="col">{t('unit.colProblem')}</th>
        <th scope="col">{t('unit.colNext')}</th>
        <th scope="col">{t('unit.colValue')}</th>
        <th scope="col">{t('unit.colState')}</th>
      </tr>
    </thead>
  );
}

/** A paste of one plain cell goes where it goes; a block is spread over the table. */
function usePaste(items: AssignmentView[], write: (id: string, part: Record<string, string>) => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (event: ClipboardEvent, row: number, column: ReportColumn) => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const targets = items.map((item) => ({ id: item.id, number: item.task.number }));
    const pasted = placePaste(cells, targets, { row, column });
    for (const [id, draft] of pasted.drafts) write(id, draft);
    const rows = pasted.drafts.size;
    message.success(
      pasted.byNumber ? t('unit.pastedByNumber', { rows }) : t('unit.pasted', { rows, columns: pasted.columns }),
    );
    if (pasted.unknown > 0) message.warning(t('unit.pasteUnknown', { count: pasted.unknown }));
  };
}
