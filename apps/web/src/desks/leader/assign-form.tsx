import { Alert, Button, Form, Input, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { TaskView } from '../../api/types';
import { useWrite } from '../../api/write';
import { placeErrors } from '../../shared/place-errors';
import { serverNow } from '../../shared/clock';
import { instantOf } from '../../shared/county-time';
import { ImportanceItem } from '../../shared/importance-item';
import { DuePicker, UnitPicker } from '../../shared/pickers';
import { useProblemWords } from '../../shared/problem-words';
import { homework, type Homework } from './homework';
import { semicolon } from '../../i18n/punctuation';

/** Assigning in three fields: what, who, when. What stays empty the bureau proposes. */
export function AssignForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Homework>();
  const said: Homework = Form.useWatch((all: Homework) => all, form) ?? {};
  const complete = Boolean(said.what?.trim() && said.leadUnitId && said.dueAt);
  const { submit, problem, pending } = useAssigning(
    () => form.resetFields(),
    (cause) => placeErrors(form, cause),
  );
  return (
    <section className="desk-assign sheet" aria-label={t('leader.assign')}>
      <h2>{t('leader.assign')}</h2>
      {problem === null ? null : <Alert type="error" showIcon title={problem} />}
      <Form<Homework> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="what" label={t('leader.what')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} placeholder={t('leader.whatHint')} />
        </Form.Item>
        <Form.Item name="leadUnitId" label={t('leader.who')}>
          <UnitPicker placeholder={t('leader.whoHint')} />
        </Form.Item>
        <Form.Item name="dueAt" label={t('leader.when')} style={{ marginBottom: 8 }}>
          <DuePicker />
        </Form.Item>
        <QuickDays pick={(days) => form.setFieldValue('dueAt', inDays(days))} />
        <ImportanceItem />
        <ReportFields every={said.reportEvery} />
        <p className="soft assign-note">{complete ? t('leader.complete') : t('leader.incomplete')}</p>
        <Button type="primary" htmlType="submit" block loading={pending}>
          {complete ? t('leader.send') : t('leader.sendIncomplete')}
        </Button>
      </Form>
    </section>
  );
}

const rhythms = ['week', 'half_month', 'month', 'quarter', 'half_year'] as const;

/** How often the unit reports by itself. The unit reads why; nobody asks more often than needed. */
function ReportFields({ every }: { every: string | undefined }) {
  const { t } = useTranslation();
  const why = t('leader.reportWhy');
  return (
    <>
      <Form.Item name="reportEvery" label={t('leader.report')}>
        <Select
          allowClear
          placeholder={t('leader.reportNone')}
          options={rhythms.map((rhythm) => ({ value: rhythm, label: t(`task.routine.every.${rhythm}`) }))}
        />
      </Form.Item>
      {every === undefined ? null : (
        <Form.Item
          name="reportWhy"
          label={why}
          extra={every === 'week' || every === 'half_month' ? t('leader.reportOften') : undefined}
          rules={[{ required: true, whitespace: true, message: t('general.required', { what: why }) }]}
        >
          <Input maxLength={500} placeholder={t('leader.reportWhyHint')} />
        </Form.Item>
      )}
    </>
  );
}

function QuickDays({ pick }: { pick: (days: number) => void }) {
  const { t } = useTranslation();
  return (
    <Space wrap size={6}>
      {([3, 7, 15, 30] as const).map((days) => (
        <Button key={days} size="small" onClick={() => pick(days)}>
          {t(`leader.whenIn.d${days}`)}
        </Button>
      ))}
    </Space>
  );
}

const endOfOffice = 18;
function inDays(days: number): string {
  return instantOf(dayjs(serverNow()).add(days, 'day').hour(endOfOffice).minute(0).second(0));
}

function useAssigning(done: () => void, place: (cause: unknown) => string[]) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const [problem, setProblem] = useState<string | null>(null);
  const write = useWrite({
    run: (input: Homework, key) => api.post<TaskView>('/tasks', homework(input), { key }),
    said: (task) => (task.state === 'dispatched' ? t('leader.sent') : t('leader.sentIncomplete')),
    touches: [['decided'], ['tasks'], ['tray']],
    quiet: true,
  });
  const submit = (input: Homework) => {
    setProblem(null);
    if (!input.what?.trim() && !input.leadUnitId && !input.dueAt) return setProblem(t('leader.nothingSaid'));
    write.mutate(input, {
      onSuccess: done,
      onError: (cause) => setProblem(place(cause).join(semicolon()) || inWords(cause)),
    });
  };
  return { submit, problem, pending: write.isPending };
}
