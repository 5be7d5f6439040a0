import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** A day as it is written. */
export interface WrittenDay {
  day: string;
  name: string;
  working: boolean;
}

/** The days one below the other, each with its row, so that a refusal can name it. */
export function WrittenDays({ days, onChange }: { days: WrittenDay[]; onChange: (days: WrittenDay[]) => void }) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<WrittenDay>) =>
    onChange(days.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const add = () => onChange([...days, { day: '', name: days.at(-1)?.name ?? '', working: false }]);
  return (
    <>
      <ol className="plain-list">
        {days.map((one, at) => (
          <DayRow
            key={at}
            one={one}
            row={at + 1}
            onPut={(change) => put(at, change)}
            onRemove={() => onChange(days.filter((_, place) => place !== at))}
          />
        ))}
      </ol>
      <Button icon={<PlusOutlined aria-hidden />} onClick={add} style={{ margin: '8px 0 16px' }}>
        {t('calendar.add')}
      </Button>
    </>
  );
}

interface DayRowProps {
  one: WrittenDay;
  row: number;
  onPut: (change: Partial<WrittenDay>) => void;
  onRemove: () => void;
}

function DayRow({ one: { day, name, working }, row, onPut, onRemove }: DayRowProps) {
  const { t } = useTranslation();
  const signs = [
    { value: 'off', label: t('calendar.legendOff') },
    { value: 'working', label: t('calendar.legendWorking') },
  ];
  return (
    <li className="set-row">
      <span className="faint">{row}</span>
      <input
        type="date"
        className="day-input"
        aria-label={`${t('calendar.day')} ${row}`}
        value={day}
        onChange={(event) => onPut({ day: event.target.value })}
      />
      <Input
        className="set-name"
        aria-label={`${t('calendar.name')} ${row}`}
        value={name}
        maxLength={40}
        onChange={(event) => onPut({ name: event.target.value })}
      />
      <Select
        className="set-sign"
        aria-label={`${t('calendar.sign')} ${row}`}
        style={{ minWidth: 130 }}
        value={working ? 'working' : 'off'}
        options={signs}
        onChange={(sign: string) => onPut({ working: sign === 'working' })}
      />
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('calendar.remove', { day })}
        onClick={onRemove}
      />
    </li>
  );
}
