import { Alert, Button, Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { DeadlinePreview, LawProfile } from '../api/types';
import { useWrite } from '../api/write';
import { serverNow } from '../shared/clock';
import { countyTime } from '../shared/county-time';
import { DuePicker } from '../shared/pickers';
import { placeErrors } from '../shared/place-errors';
import { useProblemWords } from '../shared/problem-words';
import { useLawWords } from './law-words';
import { inBrackets, semicolon } from '../i18n/punctuation';

interface Tried {
  clock: string;
  from: string;
  guess?: boolean;
}

/** Where a time limit of the profile would end; nothing is kept. */
export function TryIt({ profile }: { profile: LawProfile }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Tried>();
  const [problem, complain] = useState('');
  const [found, show] = useState<DeadlinePreview | null>(null);
  const inWords = useProblemWords();
  const write = useWrite({
    run: ({ clock, from, guess }: Tried) => {
      const asked = { clock: `${profile.code}/${clock}`, from, guess: guess === true };
      return api.post<DeadlinePreview>('/deadlines/preview', asked);
    },
    touches: [],
    quiet: true,
  });
  const ask = (tried: Tried) => {
    complain('');
    show(null);
    const onError = (cause: unknown) => complain(placeErrors(form, cause).join(semicolon()) || inWords(cause));
    write.mutate(tried, { onSuccess: show, onError });
  };
  return (
    <>
      <p className="soft">{t('law.tryNote')}</p>
      <Form<Tried>
        form={form}
        layout="vertical"
        requiredMark={false}
        style={{ maxWidth: 520 }}
        initialValues={{ clock: profile.clocks[0]?.code, from: new Date(serverNow()).toISOString() }}
        onFinish={ask}
      >
        <TriedFields profile={profile} asking={write.isPending} />
      </Form>
      <div aria-live="polite" style={{ marginTop: 14 }}>
        {problem === '' ? null : <Alert type="error" showIcon title={problem} />}
        {found === null ? null : <Found found={found} />}
      </div>
    </>
  );
}

function TriedFields({ profile: { clocks }, asking }: { profile: LawProfile; asking: boolean }) {
  const { t } = useTranslation();
  const { named, endOf } = useLawWords();
  const options = clocks.map((clock) => ({ value: clock.code, label: `${named(clock)}${inBrackets(endOf(clock))}` }));
  return (
    <>
      <Form.Item name="clock" label={t('law.tryClock')}>
        <Select options={options} />
      </Form.Item>
      <Form.Item
        name="from"
        label={t('law.tryFrom')}
        rules={[{ required: true, message: t('general.required', { what: t('law.tryFrom') }) }]}
      >
        <DuePicker past />
      </Form.Item>
      <Form.Item name="guess" valuePropName="checked">
        <Checkbox>{t('law.tryGuess')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={asking}>
        {t('law.tryGo')}
      </Button>
    </>
  );
}

function Found({ found }: { found: DeadlinePreview }) {
  const { t } = useTranslation();
  const { named } = useLawWords();
  const { dueAt, day, countedDay, rolled, provisional, workingDays, basis, extendedDay } = found;
  return (
    <>
      {provisional ? <Alert type="warning" showIcon title={t('law.provisional')} className="dialog-problem" /> : null}
      <dl className="facts">
        <dt>{t('law.due')}</dt>
        <dd>
          <b>{countyTime(dueAt)}</b>
        </dd>
        <dt>{t('law.countedDay')}</dt>
        <dd>
          {countedDay}
          {rolled ? ` · ${t('law.rolled', { day })}` : ''}
        </dd>
        <dt>{t('law.workingDays')}</dt>
        <dd>{workingDays === null ? t('law.unknown') : t('law.workingDaysOf', { count: workingDays })}</dd>
        {extendedDay === null ? null : <dt>{t('law.extendedDay')}</dt>}
        {extendedDay === null ? null : <dd>{extendedDay}</dd>}
        {basis === null ? null : <dt>{t('law.source')}</dt>}
        {basis === null ? null : <dd>{t('law.basis', { title: named(basis), article: basis.article })}</dd>}
      </dl>
    </>
  );
}
