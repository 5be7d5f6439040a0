import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import type { CallUpList } from '../api/inspector-types';
import { reference } from '../api/lists';
import { useWrite } from '../api/write';
import { serverNow } from '../shared/clock';
import { countyTime, instantOf } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
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
        <PeopleField />
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

interface PeopleFieldProps {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Any number of people, found by name. */
function PeopleField({ onChange, ...rest }: PeopleFieldProps) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({ ...reference.people(q), placeholderData: (old) => old });
  const [picked, pick] = useState<{ value: string; label: string }[]>([]);
  const found = (data?.items ?? []).map(({ id, name, title }) => ({
    value: id,
    label: title === undefined ? name : `${name}（${title}）`,
  }));
  const options = [...new Map([...picked, ...found].map((one) => [one.value, one])).values()];
  return (
    <Select
      {...rest}
      mode="multiple"
      style={{ width: '100%' }}
      options={options}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      onChange={(value: string[]) => {
        pick(options.filter((one) => value.includes(one.value)));
        onChange?.(value);
      }}
    />
  );
}
