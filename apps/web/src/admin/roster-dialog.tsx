import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Spin, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { RosterReport } from '../api/types';
import { useWrite } from '../api/write';
import { ImportSteps } from '../import/import-steps';
import { Rejected } from '../import/rejected';
import { useProblemWords } from '../shared/problem-words';
import { useReturnFocus } from '../shared/return-focus';
import { importTitle, type RosterKind } from './roster-kind';
import { RosterCounts, RosterSample } from './roster-report';

interface Looked {
  file: File;
  report: RosterReport;
}

interface RosterDialogProps {
  kind: RosterKind;
  onClose: () => void;
}

/** Choose a sheet, see what it brings and what must be corrected, then write all of it. */
export function RosterDialog({ kind, onClose }: RosterDialogProps) {
  const { t } = useTranslation();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState(false);
  useReturnFocus();
  const { look, take } = useSheet(kind, setLooked, () => setDone(true));
  const again = () => {
    setLooked(null);
    take.reset();
    look.reset();
  };
  return (
    <Modal open width={860} title={t(importTitle[kind])} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <ImportSteps at={done ? 2 : looked === null ? 0 : 1} />
      {looked === null ? (
        <ChooseSheet kind={kind} pending={look.isPending} problem={look.error} onChoose={(file) => look.mutate(file)} />
      ) : done ? (
        <Done kind={kind} report={looked.report} onClose={onClose} />
      ) : (
        <Preview
          report={looked.report}
          pending={take.isPending}
          problem={take.error}
          onAgain={again}
          onTake={() => take.mutate(looked)}
        />
      )}
    </Modal>
  );
}

function useSheet(kind: RosterKind, seen: (looked: Looked) => void, done: () => void) {
  const look = useWrite({
    run: async (file: File, key: string): Promise<Looked> => {
      const form = new FormData();
      form.append('file', file);
      return { file, report: await api.post<RosterReport>(`/roster/${kind}/preview`, form, { key }) };
    },
    said: (looked) => void seen(looked),
    touches: [],
    quiet: true,
  });
  const take = useWrite({
    run: ({ file, report }: Looked, key: string) => {
      const form = new FormData();
      form.append('digest', report.digest);
      form.append('file', file);
      return api.post<RosterReport>(`/roster/${kind}`, form, { key });
    },
    said: () => void done(),
    touches: [['units'], ['unit'], ['people'], ['persons'], ['accounts'], ['privileges'], ['sites']],
    quiet: true,
  });
  return { look, take };
}

interface ChooseSheetProps {
  kind: RosterKind;
  pending: boolean;
  problem: Error | null;
  onChoose: (file: File) => void;
}

function ChooseSheet({ kind, pending, problem, onChoose }: ChooseSheetProps) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  return (
    <>
      <p className="soft">{t(`roster.note.${kind}`)}</p>
      <p className="faint small">{t('roster.export')}</p>
      {problem === null ? null : <Alert type="error" showIcon title={inWords(problem)} className="dialog-problem" />}
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={pending}
        beforeUpload={(file) => (onChoose(file), false)}
      >
        <p className="upload-sign">{pending ? <Spin /> : <InboxOutlined />}</p>
        <p role="status">{pending ? t('roster.reading') : t('roster.drop')}</p>
        <p className="faint small">{t('roster.limit')}</p>
      </Upload.Dragger>
    </>
  );
}

interface PreviewProps {
  report: RosterReport;
  pending: boolean;
  problem: Error | null;
  onAgain: () => void;
  onTake: () => void;
}

function Preview({ report, pending, problem, onAgain, onTake }: PreviewProps) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const { added, changed, asked, rejected } = report.counts;
  const count = added + changed + asked;
  const words = t(rejected > 0 ? 'roster.refused' : count === 0 ? 'roster.nothing' : 'roster.clean');
  return (
    <>
      <RosterCounts counts={report.counts} />
      <Alert type={rejected > 0 ? 'warning' : 'info'} showIcon title={words} className="dialog-problem" />
      {rejected === 0 && asked > 0 ? <p className="soft">{t('roster.asks')}</p> : null}
      {problem === null ? null : <Alert type="error" showIcon title={inWords(problem)} className="dialog-problem" />}
      {rejected > 0 ? <Rejected one={report} /> : <RosterSample report={report} />}
      <div className="row dialog-acts">
        <Button type="primary" disabled={rejected > 0 || count === 0} loading={pending} onClick={onTake}>
          {t('roster.commit', { count: rejected > 0 ? 0 : count })}
        </Button>
        <Button onClick={onAgain}>{t('roster.again')}</Button>
      </div>
    </>
  );
}

function Done({ kind, report, onClose }: { kind: RosterKind; report: RosterReport; onClose: () => void }) {
  const { t } = useTranslation();
  const { added, changed, asked } = report.counts;
  return (
    <div role="status" className="stack">
      <p>
        <b>{t('roster.done', { count: added + changed + asked })}</b>
      </p>
      {asked > 0 ? <p className="soft">{t('roster.asks')}</p> : null}
      {kind === 'people' ? <p className="soft">{t('roster.accounts')}</p> : null}
      <div className="row dialog-acts">
        <Button type="primary" onClick={onClose}>
          {t('roster.close')}
        </Button>
      </div>
    </div>
  );
}
