import { InboxOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Form, Progress, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import type { ImportView, MatterKind } from '../api/types';
import { upload } from '../api/upload';
import { KindColumns } from '../matter/kind-columns';
import { useKindOptions } from '../matter/kinds';
import { useProblemWords } from '../shared/problem-words';

/** Takes a workbook, shows how far it is sent, and goes to its preview. Nothing is written yet. */
export function UploadCard() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<MatterKind>('netizen_message');
  const options = useKindOptions((one) => one.byImport);
  const { percent, problem, send } = useWorkbook(kind);
  return (
    <section className="sheet upload-card">
      <Form layout="vertical">
        <Form.Item label={t('importing.source')} htmlFor="import-kind">
          <Select id="import-kind" value={kind} onChange={setKind} options={options} />
        </Form.Item>
      </Form>
      <KindColumns kind={kind} />
      {problem === null ? null : <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={percent !== null}
        beforeUpload={(file) => (void send(file), false)}
      >
        <p className="upload-sign">
          <InboxOutlined />
        </p>
        <p>{t('importing.drop')}</p>
        <p className="faint small">{t('importing.limit')}</p>
      </Upload.Dragger>
      {percent === null ? null : (
        <div role="status">
          <Progress aria-label={t('importing.title')} percent={percent} />
          <p>{percent < 100 ? t('importing.uploading', { percent }) : t('importing.reading')}</p>
        </div>
      )}
    </section>
  );
}

function useWorkbook(sourceKind: MatterKind) {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const inWords = useProblemWords();
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (file: File) => {
    setPercent(0);
    setProblem(null);
    try {
      const preview = await upload<ImportView>({
        path: '/imports',
        fields: { sourceKind, file },
        language: i18n.language,
        onProgress: setPercent,
      });
      queries.setQueryData(records.import(preview.id).queryKey, preview);
      await navigate({ to: '/imports/$id', params: { id: preview.id } });
    } catch (cause) {
      setProblem(inWords(cause));
    } finally {
      setPercent(null);
    }
  };
  return { percent, problem, send };
}
