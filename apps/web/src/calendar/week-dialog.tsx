import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Calendar } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

interface Week {
  weekOfCounty: boolean;
  hoursOfCounty: boolean;
  week: number[];
  officeHours: { from: string; to: string }[];
}

const days = [0, 1, 2, 3, 4, 5, 6];
const time = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Which days of the week are worked, and at what hours; a unit may keep to the county's. */
export function WeekDialog({
  calendar,
  county,
  onClose,
}: {
  calendar: Calendar;
  county: Calendar | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ weekOfCounty, hoursOfCounty, week, officeHours }: Week) =>
      api.put<Calendar>(
        `/calendars/${calendar.id}/week`,
        {
          week: weekOfCounty ? null : days.map((day) => week.includes(day)),
          officeHours: hoursOfCounty ? null : officeHours,
        },
        calendar.version,
      ),
    said: () => t('calendar.weekSaved'),
    touches: [['calendars']],
    quiet: true,
  });
  const worked = calendar.week ?? county?.week ?? [];
  const initial: Week = {
    weekOfCounty: calendar.week === null,
    hoursOfCounty: calendar.officeHours === null,
    week: days.filter((day) => worked[day]),
    officeHours: calendar.officeHours ?? county?.officeHours ?? [],
  };
  return (
    <FormDialog<Week, Calendar> title={t('calendar.setWeek')} initial={initial} write={write} onClose={onClose}>
      <WeekFields ofUnit={calendar.unit !== null} />
      <HoursFields ofUnit={calendar.unit !== null} />
    </FormDialog>
  );
}

function WeekFields({ ofUnit }: { ofUnit: boolean }) {
  const { t } = useTranslation();
  const names = t('calendar.weekdayLong', { returnObjects: true });
  const same: unknown = Form.useWatch('weekOfCounty');
  return (
    <>
      <Form.Item name="weekOfCounty" valuePropName="checked" label={t('calendar.week')} hidden={!ofUnit}>
        <Checkbox>{t('calendar.asCounty')}</Checkbox>
      </Form.Item>
      <Form.Item name="week" label={ofUnit ? undefined : t('calendar.week')} hidden={same === true}>
        <Checkbox.Group options={days.map((day) => ({ value: day, label: names[day] ?? '' }))} />
      </Form.Item>
    </>
  );
}

function HoursFields({ ofUnit }: { ofUnit: boolean }) {
  const { t } = useTranslation();
  const same: unknown = Form.useWatch('hoursOfCounty');
  const rules = [{ required: true, pattern: time, message: t('calendar.timeWrong') }];
  return (
    <>
      <Form.Item name="hoursOfCounty" valuePropName="checked" label={t('calendar.hours')} hidden={!ofUnit}>
        <Checkbox>{t('calendar.asCounty')}</Checkbox>
      </Form.Item>
      <div hidden={same === true}>
        {ofUnit ? null : <p>{t('calendar.hours')}</p>}
        <Form.List name="officeHours">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="span-row">
                  <Form.Item name={[name, 'from']} rules={same === true ? [] : rules}>
                    <Input aria-label={`${t('calendar.from')} ${name + 1}`} maxLength={5} placeholder="08:00" />
                  </Form.Item>
                  <Form.Item name={[name, 'to']} rules={same === true ? [] : rules}>
                    <Input aria-label={`${t('calendar.to')} ${name + 1}`} maxLength={5} placeholder="12:00" />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('calendar.removeSpan', { at: name + 1 })}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Button icon={<PlusOutlined />} disabled={fields.length >= 4} onClick={() => add({ from: '', to: '' })}>
                {t('calendar.addSpan')}
              </Button>
            </>
          )}
        </Form.List>
      </div>
    </>
  );
}
