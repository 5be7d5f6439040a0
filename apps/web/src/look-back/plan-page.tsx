import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { Sample } from '../api/types';
import { useWrite } from '../api/write';
import { serverNow } from '../shared/clock';
import { instantOf } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { Formula } from './formula';
import { SamplePreview } from './sample-preview';

interface Wanted {
  period: [Dayjs, Dayjs];
  leastPercent: number;
  mostPercent: number;
}

const wholeMonthBefore = (): [Dayjs, Dayjs] => {
  const month = dayjs(serverNow()).subtract(1, 'month');
  return [month.startOf('month'), month.endOf('month')];
};

const sampleOf = ({ period: [first, last], leastPercent, mostPercent }: Wanted): Sample => ({
  from: instantOf(first.startOf('day')),
  to: instantOf(last.add(1, 'day').startOf('day')),
  leastPercent,
  mostPercent,
});

/** The bureau chooses a period, sees what would be drawn, and commits to a seed. */
export function PlanLookBackPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const initial: Wanted = { period: wholeMonthBefore(), leastPercent: 5, mostPercent: 30 };
  const [sample, ask] = useState(() => sampleOf(initial));
  const preview = useQuery(lists.samplePreview(sample));
  const write = useWrite({
    run: (wanted: Sample, key: string) => api.post<{ id: string }>('/look-backs', wanted, { key }),
    said: () => t('lookBack.committed'),
    touches: [['look-backs']],
  });
  const commit = () =>
    write.mutate(sample, { onSuccess: ({ id }) => void navigate({ to: '/look-backs/$id', params: { id } }) });
  return (
    <>
      <PageHead title={t('lookBack.plan')} sub={t('lookBack.planNote')} />
      <SampleForm initial={initial} onAsk={(wanted) => ask(sampleOf(wanted))} />
      <Remote query={preview} rows={6}>
        {(found) => (
          <SamplePreview preview={found}>
            <Button type="primary" size="large" disabled={found.drawn === 0} loading={write.isPending} onClick={commit}>
              {t('lookBack.commit')}
            </Button>
          </SamplePreview>
        )}
      </Remote>
      <Formula />
    </>
  );
}

function SampleForm({ initial, onAsk }: { initial: Wanted; onAsk: (wanted: Wanted) => void }) {
  const { t } = useTranslation();
  return (
    <Form<Wanted>
      className="sheet sample-form"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={onAsk}
    >
      <Form.Item name="period" label={t('lookBack.period')} rules={[{ required: true }]}>
        <DatePicker.RangePicker allowClear={false} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="leastPercent" label={t('lookBack.least')} rules={[{ required: true }]}>
        <InputNumber min={1} max={100} precision={0} suffix="%" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="mostPercent" label={t('lookBack.most')} rules={[{ required: true }]}>
        <InputNumber min={1} max={100} precision={0} suffix="%" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item>
        <Button htmlType="submit" block>
          {t('lookBack.preview')}
        </Button>
      </Form.Item>
    </Form>
  );
}
