import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { Calendar, CalendarYear, YearPreview } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { useProblemWords } from '../shared/problem-words';
import { type WrittenDay, WrittenDays } from './written-days';
import { isDay } from './days';
import { YearChange } from './year-change';
import { semicolon } from '../i18n/punctuation';

/** A year as it is written before it is published. */
export interface WrittenYear {
  origin: 'form' | 'json' | 'ical' | 'sheet';
  addresses: string[];
  days: WrittenDay[];
}

interface DaysFormProps {
  calendar: Calendar;
  year: number;
  written: WrittenYear;
  onDone: () => void;
}

/** The days of a year, to be corrected, looked at and published. */
export function DaysForm(props: DaysFormProps) {
  const { days, setDays, address, setAddress, preview, back, problems, looking, publishing, look, publish } =
    usePublication(props);
  const { t } = useTranslation();
  const trouble =
    problems.length === 0 ? null : (
      <Alert
        type="error"
        showIcon
        className="dialog-problem"
        title={problems.slice(0, 12).join(semicolon())}
        role="alert"
      />
    );
  if (preview !== null)
    return (
      <>
        {trouble}
        <YearChange preview={preview} />
        <div className="row">
          <Button type="primary" loading={publishing} onClick={publish}>
            {t('calendar.publish')}
          </Button>
          <Button onClick={back}>{t('calendar.again')}</Button>
        </div>
      </>
    );
  return (
    <>
      {trouble}
      <WrittenDays days={days} onChange={setDays} />
      <AddressField address={address} onChange={setAddress} />
      <Button type="primary" loading={looking} onClick={look}>
        {t('calendar.look')}
      </Button>
    </>
  );
}

function AddressField({ address, onChange }: { address: string; onChange: (address: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <label htmlFor="notice-address" style={{ display: 'block' }}>
        {t('calendar.address')}
      </label>
      <Input id="notice-address" value={address} maxLength={2000} onChange={(event) => onChange(event.target.value)} />
      <p className="faint small" style={{ marginBottom: 14 }}>
        {t('calendar.addressHint')}
      </p>
    </>
  );
}

function usePublication({ calendar, year, written, onDone }: DaysFormProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState(written.days);
  const [address, setAddress] = useState(written.addresses.join(' '));
  const [preview, show] = useState<YearPreview | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const words = useDayProblems();
  const path = `/calendars/${calendar.id}/years/${year}`;
  const look = useWrite({ run: () => api.post<YearPreview>(`${path}/preview`, { days }), touches: [], quiet: true });
  const publish = useWrite({
    run: () => {
      const addresses = address.split(/\s+/u).filter((one) => one !== '');
      return api.put<CalendarYear>(path, { days, origin: written.origin, addresses }, preview?.revision);
    },
    said: () => t('calendar.done', { year }),
    touches: [['calendars']],
    quiet: true,
  });
  const onError = (cause: unknown) => setProblems(words(cause));
  return {
    ...{ days, setDays, address, setAddress, preview, problems },
    looking: look.isPending,
    publishing: publish.isPending,
    back: () => show(null),
    look: () => {
      const empty = missing(days).map((row) => t('calendar.wrongAt', { row, why: t('calendar.wrong.required') }));
      setProblems(empty);
      if (empty.length === 0) look.mutate(undefined, { onSuccess: show, onError });
    },
    publish: () => {
      setProblems([]);
      publish.mutate(undefined, { onSuccess: onDone, onError });
    },
  };
}

/** Rows that are not filled, from 1. */
const missing = (days: readonly WrittenDay[]): number[] =>
  days.flatMap(({ day, name }, at) => (isDay(day) && name.trim() !== '' ? [] : [at + 1]));

/** What is wrong with the days, by their rows, in the words of the screen. */
function useDayProblems(): (cause: unknown) => string[] {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  return (cause) => {
    const errors = cause instanceof Problem ? cause.errors : [];
    const rows = errors.flatMap(({ path, constraint = '' }) => {
      const row = /^days\[(\d+)\]/.exec(path)?.[1];
      return row === undefined
        ? []
        : [t('calendar.wrongAt', { row: Number(row) + 1, why: nameOf('calendar.wrong', constraint) })];
    });
    return rows.length > 0 ? rows : [inWords(cause)];
  };
}
