import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Retaliation, RetaliationSource } from '../api/field-types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { Remote } from '../shared/remote';

/** Reports of retaliation for those few who may read them. */
export function RetaliationSection() {
  const { t } = useTranslation();
  const query = useQuery(lists.retaliation());
  return (
    <section className="stack inspection-part" aria-label={t('retaliation.title')}>
      <h2>{t('retaliation.title')}</h2>
      <p className="soft">{t('retaliation.note')}</p>
      <Remote query={query}>
        {(reports) =>
          reports.length === 0 ? (
            <p className="soft">{t('retaliation.empty')}</p>
          ) : (
            <ul className="plain-list cards">
              {reports.map((report) => (
                <ReportCard key={report.id} report={report} />
              ))}
            </ul>
          )
        }
      </Remote>
    </section>
  );
}

function ReportCard({ report }: { report: Retaliation }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [dialog, open] = useState<'source' | 'settle' | null>(null);
  const [source, know] = useState<RetaliationSource | null>(null);
  const { against, words, reportedAt, settledAt, settledBy, settledWords } = report;
  return (
    <li className="card">
      <span className="soft small">
        {t('retaliation.at', { at: countyTime(reportedAt) })}
        {against === null ? null : ` · ${t('retaliation.against', { unit: against.shortName })}`}
      </span>
      <p className="words">{words}</p>
      {source === null ? null : (
        <b>
          {source.unit === null
            ? t('retaliation.sourceIs', { name: source.name })
            : t('retaliation.sourceOf', { name: source.name, unit: source.unit.shortName })}
        </b>
      )}
      {settledAt === null ? null : (
        <span className="small">
          {t('retaliation.settledLine', { name: settledBy, at: countyTime(settledAt), words: settledWords })}
        </span>
      )}
      <span className="row">
        {acts.includes('retaliation.unmask') && source === null ? (
          <Button onClick={() => open('source')}>{t('retaliation.source')}</Button>
        ) : null}
        {acts.includes('retaliation.settle') && settledAt === null ? (
          <Button onClick={() => open('settle')}>{t('retaliation.settle')}</Button>
        ) : null}
      </span>
      {dialog === 'source' ? <SourceDialog report={report} onKnow={know} onClose={() => open(null)} /> : null}
      {dialog === 'settle' ? <SettleDialog report={report} onClose={() => open(null)} /> : null}
    </li>
  );
}

interface SourceProps {
  report: Retaliation;
  onKnow: (source: RetaliationSource) => void;
  onClose: () => void;
}

function SourceDialog({ report, onKnow, onClose }: SourceProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: { words: string }, key: string) =>
      api.post<RetaliationSource>(`/retaliation-reports/${report.id}/source`, said, { key }),
    touches: [],
    quiet: true,
  });
  return (
    <FormDialog title={t('retaliation.source')} write={write} onClose={onClose} onDone={onKnow}>
      <WordsField label={t('retaliation.sourceReason')} />
    </FormDialog>
  );
}

function SettleDialog({ report: { id, version }, onClose }: { report: Retaliation; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: { words: string }, key: string) =>
      api.post<Retaliation[]>(`/retaliation-reports/${id}/settle`, said, { key, version }),
    said: () => t('retaliation.settled'),
    touches: [['retaliation']],
    quiet: true,
  });
  return (
    <FormDialog title={t('retaliation.settle')} write={write} onClose={onClose}>
      <WordsField label={t('retaliation.settleWords')} />
    </FormDialog>
  );
}

function WordsField({ label }: { label: string }) {
  const required = useRequired();
  return (
    <Form.Item name="words" label={label} rules={required(label)}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
    </Form.Item>
  );
}
