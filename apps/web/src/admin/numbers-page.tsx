import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import type { NumberPattern, VoidNumbers } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { serverNow } from '../shared/clock';
import { EmptyBlock } from '../shared/blocks';
import { FormDialog } from '../shared/form-dialog';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { preview } from './number-preview';
import { useRequired } from './unit-fields';

const key = ['number-patterns'];
const thisYear = (): number => new Date(serverNow()).getFullYear();

/** How the county writes its numbers: every series with its pattern, what is to come, and which numbers were lost. */
export function NumbersPage() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<NumberPattern[]>('/number-patterns', undefined, signal),
  });
  return (
    <>
      <PageHead title={t('configure.numbers')} sub={t('configure.numbersNote')} />
      <Remote query={query} rows={12}>
        {(patterns) => (
          <ul className="plain-list task-lines">
            {patterns.map((pattern) => (
              <Line key={pattern.series} pattern={pattern} />
            ))}
          </ul>
        )}
      </Remote>
    </>
  );
}

/** `intake.hotline`: which kind of number, of which kind of matter. */
function useSeriesName(): (series: string) => string {
  const { t } = useTranslation();
  return (series) => {
    const [group = '', kind] = series.split('.');
    if (kind === undefined || kind === 'restricted') return nameOf('configure.series', kind ?? group);
    return `${nameOf('words.matterKind', kind)} · ${t(group === 'intake' ? 'configure.intake' : 'configure.registration')}`;
  };
}

function Line({ pattern }: { pattern: NumberPattern }) {
  const { t } = useTranslation();
  const acts = useMe().acts;
  const [open, setOpen] = useState<'set' | 'void' | null>(null);
  const name = useSeriesName()(pattern.series);
  return (
    <li className="spread security-line">
      <span>
        <b>{name}</b> <code>{pattern.example}</code>
        <br />
        <span className="faint small">
          <code>{pattern.pattern}</code>
          {pattern.isDefault ? ` · ${t('configure.usual')}` : null}
          {pattern.next === null
            ? null
            : ` · ${t('configure.coming', { year: pattern.next.fromYear, pattern: pattern.next.pattern })}`}
        </span>
      </span>
      <span className="row">
        {acts.includes('number_pattern.set') ? (
          <Button aria-label={`${t('configure.setPattern')} ${name}`} onClick={() => setOpen('set')}>
            {t('configure.setPattern')}
          </Button>
        ) : null}
        {acts.includes('number.read_void') ? (
          <Button aria-label={`${t('configure.voids')} ${name}`} onClick={() => setOpen('void')}>
            {t('configure.voids')}
          </Button>
        ) : null}
      </span>
      {open === 'set' ? <PatternDialog pattern={pattern} name={name} onClose={() => setOpen(null)} /> : null}
      {open === 'void' ? <Voids series={pattern.series} /> : null}
    </li>
  );
}

interface PatternForm {
  pattern: string;
  fromYear: number;
}

function PatternDialog({ pattern, name, onClose }: { pattern: NumberPattern; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: PatternForm) => api.put<NumberPattern[]>('/number-patterns', { ...said, series: pattern.series }),
    said: () => t('founding.saved'),
    touches: [key],
    quiet: true,
  });
  return (
    <FormDialog<PatternForm, NumberPattern[]>
      title={`${t('configure.setPattern')} · ${name}`}
      okText={t('founding.save')}
      intro={<p className="dialog-intro">{t('configure.patternNote')}</p>}
      initial={{
        pattern: pattern.next?.pattern ?? pattern.pattern,
        fromYear: pattern.next?.fromYear ?? thisYear() + 1,
      }}
      write={write}
      onClose={onClose}
    >
      <PatternFields />
    </FormDialog>
  );
}

function PatternFields() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item
        name="pattern"
        label={t('configure.pattern')}
        extra={t('configure.patternHint')}
        rules={required(t('configure.pattern'))}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="fromYear"
        label={t('configure.fromYear')}
        extra={t('configure.fromYearHint')}
        rules={[{ required: true, message: t('general.required', { what: t('configure.fromYear') }) }]}
      >
        <InputNumber min={2000} max={2200} />
      </Form.Item>
      <Preview />
    </>
  );
}

/** How the first numbers of that year would read. */
function Preview() {
  const { t } = useTranslation();
  const { pattern = '', fromYear = thisYear() } =
    Form.useWatch((all: PatternForm) => all, Form.useFormInstance()) ?? {};
  const shown = preview(pattern, fromYear);
  return (
    <p aria-live="polite">
      {t('configure.preview')} <b>{shown ?? t('configure.previewNone')}</b>
    </p>
  );
}

function Voids({ series }: { series: string }) {
  const { t } = useTranslation();
  const year = thisYear();
  const query = useQuery({
    queryKey: ['void-numbers', series, year],
    queryFn: ({ signal }) => api.get<VoidNumbers>('/void-numbers', { series, year }, signal),
  });
  return (
    <div style={{ flexBasis: '100%' }}>
      <Remote query={query} rows={1}>
        {({ given, lost }) =>
          lost.length === 0 ? (
            <EmptyBlock words={t('configure.noVoids', { year, given })} />
          ) : (
            <p className="small">{t('configure.voidList', { year, given, list: lost.join(t('general.comma')) })}</p>
          )
        }
      </Remote>
    </div>
  );
}
