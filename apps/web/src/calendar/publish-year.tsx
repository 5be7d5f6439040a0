import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Calendar, YearFile, YearRevisionDays } from '../api/types';
import { upload } from '../api/upload';
import { useProblemWords } from '../shared/problem-words';
import { Remote } from '../shared/remote';
import { DaysForm, type WrittenYear } from './days-form';

interface PublishYearProps {
  calendar: Calendar;
  year: number;
  onClose: () => void;
}

/** Publishing a year: from a file or by hand, a look at what changes, then a new revision. */
export function PublishYear({ calendar, year, onClose }: PublishYearProps) {
  const { t } = useTranslation();
  const [written, write] = useState<WrittenYear | null>(null);
  const revision = calendar.years.find((one) => one.year === year)?.revision;
  return (
    <section className="sheet" aria-label={t('calendar.publishYear', { year })}>
      <div className="spread">
        <h2>{t(revision === undefined ? 'calendar.publishYear' : 'calendar.changeYear', { year })}</h2>
        <Button onClick={onClose}>{t('general.close')}</Button>
      </div>
      <p className="soft" style={{ marginBottom: 12 }}>
        {t('calendar.publishNote')}
      </p>
      {calendar.unit === null ? null : <p className="soft">{t('calendar.ownNote')}</p>}
      {written !== null ? (
        <DaysForm calendar={calendar} year={year} written={written} onDone={onClose} />
      ) : (
        <>
          <FromFile year={year} onRead={write} />
          {revision === undefined ? (
            <Button onClick={() => write({ origin: 'form', addresses: [], days: [] })}>{t('calendar.byHand')}</Button>
          ) : (
            <Standing calendar={calendar} year={year} revision={revision} onStart={write} />
          )}
        </>
      )}
    </section>
  );
}

/** By hand one begins from what is in force. */
function Standing({
  calendar,
  year,
  revision,
  onStart,
}: Omit<PublishYearProps, 'onClose'> & { revision: number; onStart: (written: WrittenYear) => void }) {
  const { t } = useTranslation();
  const query = useQuery(lists.yearRevision(calendar.id, year, revision));
  const writtenOf = ({ days, addresses }: YearRevisionDays): WrittenYear => ({
    origin: 'form',
    addresses,
    days: days.map(({ day, name, working }) => ({ day, name, working })),
  });
  return (
    <Remote query={query} rows={1}>
      {(standing) => <Button onClick={() => onStart(writtenOf(standing))}>{t('calendar.byHand')}</Button>}
    </Remote>
  );
}

function FromFile({ year, onRead }: { year: number; onRead: (written: WrittenYear) => void }) {
  const { t } = useTranslation();
  const { percent, problem, refused, send } = useYearFile(year, onRead);
  return (
    <>
      {problem === null ? null : <Alert type="error" showIcon title={problem} className="dialog-problem" />}
      <Upload.Dragger
        accept=".json,.ics,.xlsx,.csv"
        showUploadList={false}
        disabled={percent !== null}
        beforeUpload={(file) => (void send(file), false)}
      >
        <p>{t('calendar.drop')}</p>
        <p className="faint small">{t('calendar.columns')}</p>
      </Upload.Dragger>
      {percent === null ? null : <Progress aria-label={t('calendar.drop')} percent={percent} />}
      {refused.length === 0 ? null : <Refused rejected={refused} />}
      <div style={{ height: 12 }} />
    </>
  );
}

function useYearFile(year: number, onRead: (written: WrittenYear) => void) {
  const { t, i18n } = useTranslation();
  const inWords = useProblemWords();
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, refuse] = useState<YearFile['rejected']>([]);
  const take = ({ rejected, year: found, format, addresses, days }: YearFile) => {
    if (rejected.length > 0) refuse(rejected);
    else if (found !== null && found !== year) setProblem(t('calendar.wrongYear', { found, year }));
    else onRead({ origin: format, addresses, days: days.map(({ row: _, ...day }) => day) });
  };
  const send = async (file: File) => {
    setPercent(0);
    setProblem(null);
    refuse([]);
    try {
      const sent = { path: '/calendar-files', fields: { file }, language: i18n.language, onProgress: setPercent };
      take(await upload<YearFile>(sent));
    } catch (cause) {
      setProblem(inWords(cause));
    } finally {
      setPercent(null);
    }
  };
  return { percent, problem, refused, send };
}

function Refused({ rejected }: Pick<YearFile, 'rejected'>) {
  const { t } = useTranslation();
  return (
    <>
      <Alert type="warning" showIcon title={t('calendar.refused', { count: rejected.length })} role="alert" />
      <div className="table-scroll" role="region" aria-label={t('importing.rejected')} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('calendar.row')}</th>
              <th scope="col">{t('calendar.field')}</th>
              <th scope="col">{t('calendar.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rejected.map(({ row, field, message }, at) => (
              <tr key={at}>
                <td>{row}</td>
                <td>{field}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
