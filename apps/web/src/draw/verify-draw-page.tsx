import { InboxOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainFrame } from '../founding/plain-frame';
import { DrawFacts } from './draw-facts';
import type { Difference, Verdict } from './verdict';

interface Checked {
  name: string;
  verdict: Verdict;
}

const mostBytes = 64 * 1024 * 1024;

/** Anybody draws again from a record of a draw: without an account, in this browser, loading and sending nothing. */
export function VerifyDrawPage() {
  const { t } = useTranslation();
  const [checked, show] = useState<Checked | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setBusy(true);
    show(null);
    const { verdictOn } = await import('./verdict');
    const text = file.size > mostBytes ? '' : await file.text();
    show({ name: file.name, verdict: verdictOn(text) });
    setBusy(false);
  };
  return (
    <PlainFrame title={t('draw.verifyTitle')} wide>
      <p>{t('draw.verifyNote')}</p>
      <Upload.Dragger
        accept=".json"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <p className="draw-drop">
          <InboxOutlined aria-hidden /> {t(busy ? 'draw.checking' : 'draw.choose')}
        </p>
        <p className="soft small">{t('draw.stays')}</p>
      </Upload.Dragger>
      <div className="stack" aria-live="polite">
        {checked === null ? null : <Outcome checked={checked} />}
      </div>
      <HowItWorks />
    </PlainFrame>
  );
}

function Outcome({ checked: { name, verdict } }: { checked: Checked }) {
  const { t } = useTranslation();
  const { file, difference } = verdict;
  if (difference === null)
    return (
      <>
        <Alert type="success" showIcon title={t('draw.confirmed')} description={t('draw.confirmedNote', { name })} />
        <DrawFacts file={verdict.file} />
      </>
    );
  const place = difference.path === '' ? t('draw.wholeFile') : difference.path;
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t('draw.refuted')}
        description={
          <div className="stack">
            <span>{t(`draw.difference.${difference.code}`)}</span>
            <span>
              {t('draw.at')} <code>{place}</code>
            </span>
            <Apart difference={difference} />
          </div>
        }
      />
      {file === null || difference.code === 'algorithm' ? null : <DrawFacts file={file} />}
    </>
  );
}

function Apart({ difference: { said, found } }: { difference: Difference }) {
  const { t } = useTranslation();
  if (said === null && found === null) return null;
  return (
    <dl className="draw-apart">
      <dt>{t('draw.said')}</dt>
      <dd>
        <code>{said ?? '—'}</code>
      </dd>
      <dt>{t('draw.found')}</dt>
      <dd>
        <code>{found ?? '—'}</code>
      </dd>
    </dl>
  );
}

function HowItWorks() {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('draw.how')}</summary>
      <ol className="stack small">
        {(['how1', 'how2', 'how3', 'how4', 'how5'] as const).map((step) => (
          <li key={step}>{t(`draw.${step}`)}</li>
        ))}
      </ol>
      <p className="small">{t('draw.byHand')}</p>
      <code className="small">ducha verify-draw record.json</code>
    </details>
  );
}
