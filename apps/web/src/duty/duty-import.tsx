import { Alert, Button, Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { DutyImportView } from '../api/types';
import { upload } from '../api/upload';
import { useWrite } from '../api/write';
import { useProblemWords } from '../shared/problem-words';
import { ListMark } from './list-mark';
import { comma } from '../i18n/punctuation';

/** A sheet of lines: looked at first, with every refused cell; taken in as a whole or not at all. */
export function DutyImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [preview, show] = useState<DutyImportView | null>(null);
  return (
    <section className="sheet duty-import" aria-label={t('duty.import')}>
      <div className="spread">
        <h2>{t('duty.import')}</h2>
        <Button onClick={onClose}>{t('duty.closeImport')}</Button>
      </div>
      <p className="soft">{t('duty.importNote')}</p>
      {preview === null ? (
        <Sending onPreview={show} />
      ) : (
        <Preview one={preview} again={() => show(null)} onDone={onClose} />
      )}
    </section>
  );
}

function Sending({ onPreview }: { onPreview: (preview: DutyImportView) => void }) {
  const { t, i18n } = useTranslation();
  const inWords = useProblemWords();
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (file: File) => {
    setPercent(0);
    setProblem(null);
    try {
      const fields = { file };
      onPreview(
        await upload<DutyImportView>({
          path: '/duty-imports',
          fields,
          language: i18n.language,
          onProgress: setPercent,
        }),
      );
    } catch (cause) {
      setProblem(inWords(cause));
    } finally {
      setPercent(null);
    }
  };
  return (
    <>
      {problem === null ? null : <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={percent !== null}
        beforeUpload={(file) => (void send(file), false)}
      >
        <p>{t('duty.drop')}</p>
        <p className="faint small">{t('duty.columns')}</p>
      </Upload.Dragger>
      {percent === null ? null : <Progress aria-label={t('duty.import')} percent={percent} />}
    </>
  );
}

interface PreviewProps {
  one: DutyImportView;
  again: () => void;
  onDone: () => void;
}

function Preview({ one: { id, version, fileName, counts, rejected, sample, actions }, again, onDone }: PreviewProps) {
  const { t } = useTranslation();
  const commit = useWrite({
    run: (_: undefined, key: string) => api.post<DutyImportView>(`/duty-imports/${id}/commit`, {}, { key, version }),
    said: () => t('duty.imported', { count: counts.begun + counts.changed }),
    touches: [['duties'], ['duty'], ['categories'], ['units']],
  });
  const takes = actions.includes('commit');
  return (
    <>
      <p role="status">
        <b>{fileName}</b>
        {t('general.colon')}
        {t('duty.counts', { rows: counts.rows, begun: counts.begun, changed: counts.changed, same: counts.same })}
      </p>
      {takes ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('duty.refused', { count: counts.rejected })}
          className="dialog-problem"
        />
      )}
      {rejected.length > 0 ? <Refused rejected={rejected} /> : <Sample sample={sample} />}
      <div className="row">
        {takes ? (
          <Button
            type="primary"
            loading={commit.isPending}
            disabled={counts.begun + counts.changed === 0}
            onClick={() => commit.mutate(undefined, { onSuccess: onDone })}
          >
            {t('duty.commit', { count: counts.begun + counts.changed })}
          </Button>
        ) : null}
        <Button onClick={again}>{t('duty.again')}</Button>
      </div>
    </>
  );
}

function Refused({ rejected }: Pick<DutyImportView, 'rejected'>) {
  const { t } = useTranslation();
  return (
    <div className="table-scroll" role="region" aria-label={t('importing.rejected')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('importing.row')}</th>
            <th scope="col">{t('importing.column')}</th>
            <th scope="col">{t('importing.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rejected.map(({ row, column, message, code }, at) => (
            <tr key={at}>
              <td>{row}</td>
              <td>{column ?? '—'}</td>
              <td>
                {message} <span className="faint small">{code}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sample({ sample }: Pick<DutyImportView, 'sample'>) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {sample.map(({ row, category, leadUnit, assistUnits, townshipList, isNew }) => (
        <li key={row}>
          <span className="faint small">{t(isNew ? 'duty.begins' : 'duty.changes')}</span> {category}
          {t('general.colon')}
          {[leadUnit, ...assistUnits].join(comma())} <ListMark list={townshipList} />
        </li>
      ))}
    </ul>
  );
}
