import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentView } from '../../api/types';
import { Due } from '../../shared/due';
import { isBlank } from './drafts';
import type { ReportColumn, ReportDraft } from './paste';
import type { RowOutcome } from './send-reports';

interface ReportRowProps {
  assignment: AssignmentView;
  draft: ReportDraft;
  outcome: RowOutcome | undefined;
  onChange: (part: Partial<ReportDraft>) => void;
  onPaste: (event: ClipboardEvent, column: ReportColumn) => void;
}
/** What was said last time, in the place of what is to be said now. */
function useBefore() {
  const { t } = useTranslation();
  return (words: string | undefined) => (words === undefined || words === '' ? undefined : t('unit.before', { words }));
}

const texts = [
  ['progress', 'colProgress'],
  ['problem', 'colProblem'],
  ['nextStep', 'colNext'],
] as const;

/** One assignment's row of the reporting table. */
export function ReportRow({ assignment, draft, outcome, onChange, onPaste }: ReportRowProps) {
  const { t } = useTranslation();
  const before = useBefore();
  const label = (column: string) => t('unit.cell', { column, title: assignment.task.title });
  return (
    <tr>
      <TaskCell assignment={assignment} />
      {texts.map(([column, name]) => (
        <td key={column} data-label={t(`unit.${name}`)}>
          <Input.TextArea
            variant="borderless"
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            value={draft[column]}
            placeholder={before(assignment.lastReport?.[column])}
            aria-label={label(t(`unit.${name}`))}
            onChange={(event) => onChange({ [column]: event.target.value })}
            onPaste={(event) => onPaste(event, column)}
          />
        </td>
      ))}
      <td className="report-value" data-label={t('unit.colValue')}>
        <ValueCell
          assignment={assignment}
          draft={draft}
          label={label(t('unit.colValue'))}
          onChange={onChange}
          onPaste={onPaste}
        />
      </td>
      <td className="report-state">
        <RowState draft={draft} outcome={outcome} />
      </td>
    </tr>
  );
}

function TaskCell({ assignment }: { assignment: AssignmentView }) {
  return (
    <th scope="row">
      <Link to="/tasks/$id" params={{ id: assignment.taskId }}>
        {assignment.task.title}
      </Link>
      <span className="row small faint">
        <span>{assignment.task.number}</span>
        <Due at={assignment.dueAt} overdue={assignment.overdue} />
      </span>
    </th>
  );
}

function ValueCell({
  assignment,
  draft,
  label,
  onChange,
  onPaste,
}: Omit<ReportRowProps, 'outcome'> & { label: string }) {
  const { t } = useTranslation();
  const { targetValue, targetUnit, currentValue } = assignment.task;
  if (targetValue === null) return <span className="faint">—</span>;
  const value = draft.value === '' ? currentValue : Number(draft.value);
  const percent =
    value === null || Number.isNaN(value) || targetValue === 0 ? null : Math.round((value / targetValue) * 100);
  return (
    <>
      <Input
        variant="borderless"
        inputMode="decimal"
        value={draft.value}
        placeholder={currentValue === null ? '' : String(currentValue)}
        aria-label={label}
        onChange={(event) => onChange({ value: event.target.value.replace(/[^\d.]/g, '') })}
        onPaste={(event) => onPaste(event, 'value')}
      />
      <small className="faint">
        {t('unit.target', { target: targetValue, unit: targetUnit ?? '' })}
        {percent === null ? '' : ` · ${t('unit.paced', { percent })}`}
      </small>
    </>
  );
}

function RowState({ draft, outcome }: Pick<ReportRowProps, 'draft' | 'outcome'>) {
  const { t } = useTranslation();
  if (isBlank(draft))
    return outcome?.sent === true ? (
      <b className="row-sent">✓ {t('unit.rowSent')}</b>
    ) : (
      <span className="faint">{t('unit.rowEmpty')}</span>
    );
  if (outcome !== undefined && !outcome.sent)
    return <b className="row-refused">{t('unit.rowRefused', { why: outcome.why })}</b>;
  if (draft.progress.trim() === '') return <span className="row-refused">{t('unit.rowNeedsProgress')}</span>;
  return <span>{t('unit.rowDraft')}</span>;
}
