import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import type { CallUpList } from '../api/inspector-types';
import { useWrite } from '../api/write';
import { serverNow } from '../shared/clock';
import { countyTime, instantOf } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { PeoplePicker } from '../shared/pickers';
import type { OpenedCalls } from './opened-calls';

interface Call {
  personIds: string[];
  period: [Dayjs, Dayjs];
  place: string;
  lasts: string;
  bring?: string;
  words?: string;
}

/** Calls people up: when, where, how long, what to bring. What for is not asked. */
export function CallDialog({ opened, onClose }: { opened: OpenedCalls; onClose: () => void }) {
  const { t } = useTranslation();
  const { ask, list, onList } = opened;
  const write = useWrite({
    run: ({ personIds, period: [from, to], ...said }: Call) =>
      ask<CallUpList>('call-ups', {
        ...said,
        ...{ personIds, startsAt: instantOf(from), endsAt: instantOf(to) },
        bring: said.bring?.trim() || undefined,
        words: said.words?.trim() || undefined,
      }),
    said: () => t('callUp.called'),
    touches: [],
    quiet: true,
  });
  return (
    <FormDialog<Call, CallUpList>
      title={t('callUp.call')}
      intro={<p className="dialog-intro">{t('callUp.callNote')}</p>}
      write={write}
      initial={beginsWith(list)}
      onClose={onClose}
      onDone={onList}
    >
      <CallFields />
    </FormDialog>
  );
}

/** Tomorrow at seven for two days, in the words of the last call. */
function beginsWith({ orders }: CallUpList): Partial<Call> {
  const last = orders.at(-1);
  const now = dayjs(countyTime(new Date(serverNow()).toISOString()).replace(' ', 'T'));
  const morning = now.add(1, 'day').hour(7).minute(0).second(0);
  return {
    period: [morning, morning.add(2, 'day')],
    place: last?.place,
    lasts: last?.lasts,
    bring: last?.bring ?? undefined,
    words: last?.words ?? undefined,
  };
}

function CallFields() {
  const { t } = useTranslation();
  const required = useRequired();
  const chosen = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  return (
    <>
      <Form.Item name="personIds" label={t('callUp.who')} rules={chosen(t('callUp.who'))}>
        <PeoplePicker />
      </Form.Item>
      <Form.Item name="period" label={t('callUp.period')} rules={chosen(t('callUp.period'))}>
        <DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="place" label={t('callUp.place')} rules={required(t('callUp.place'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="lasts"
        label={t('callUp.lasts')}
        extra={t('callUp.lastsNote')}
        rules={required(t('callUp.lasts'))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="bring" label={t('callUp.bring')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="words" label={t('callUp.words')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} />
      </Form.Item>
    </>
  );
}
