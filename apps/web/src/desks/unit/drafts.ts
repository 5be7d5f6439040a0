import { useCallback, useEffect, useState } from 'react';
import { z } from '../../api/shape';
import { emptyDraft, reportColumns, type ReportDraft } from './paste';

type Drafts = Record<string, ReportDraft>;
const keepMs = 400;

function read(place: string): Drafts {
  try {
    const kept = z.record(JSON.parse(localStorage.getItem(place) ?? '{}'));
    return Object.fromEntries(Object.entries(kept).map(([id, draft]) => [id, draftFrom(z.record(draft))]));
  } catch {
    return {};
  }
}
function draftFrom(facts: Record<string, unknown>): ReportDraft {
  return {
    progress: z.text(facts.progress),
    problem: z.text(facts.problem),
    nextStep: z.text(facts.nextStep),
    value: z.text(facts.value),
  };
}

/** true when a draft says nothing. */
export function isBlank(draft: ReportDraft): boolean {
  return reportColumns.every((column) => draft[column].trim() === '');
}

/**
 * Unsent report rows by assignment id, kept on this device for this person: a closed page or a dead network loses nothing.
 * They are not reports: nobody else sees them.
 */
export function useDrafts(personId: string) {
  const place = `ducha.report-drafts.${personId}`;
  const [drafts, setDrafts] = useState<Drafts>(() => read(place));
  useEffect(() => {
    const timer = setTimeout(() => localStorage.setItem(place, JSON.stringify(drafts)), keepMs);
    return () => clearTimeout(timer);
  }, [place, drafts]);
  const write = useCallback((id: string, part: Partial<ReportDraft>) => {
    setDrafts((before) => ({ ...before, [id]: { ...emptyDraft, ...before[id], ...part } }));
  }, []);
  const forget = useCallback((ids: string[]) => {
    setDrafts((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !ids.includes(id))));
  }, []);
  return { drafts, write, forget };
}
