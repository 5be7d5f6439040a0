import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { reference } from '../../api/lists';
import type { Role } from '../../api/types';
import { instantOf, pickedOf } from '../county-time';

interface ChoiceProps {
  label: string;
  value: string | undefined;
  change: (value: string | undefined) => void;
}

/** A filter by one unit. */
export function UnitChoice(props: ChoiceProps) {
  const { data } = useQuery(reference.units());
  return <Named {...props} options={(data?.items ?? []).map(({ id, shortName }) => ({ id, name: shortName }))} />;
}

/** A filter by one person who holds such a post. */
export function PersonChoice({ role, ...props }: ChoiceProps & { role: Role }) {
  const { data } = useQuery(reference.persons(role));
  return <Named {...props} options={data?.items ?? []} />;
}

function Named({ label, value, change, options }: ChoiceProps & { options: { id: string; name: string }[] }) {
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={label}
      aria-label={label}
      value={value}
      options={options.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={change}
    />
  );
}

interface DaysProps {
  /** First instant, and the one after the last. */
  from: string | undefined;
  to: string | undefined;
  labels: [string, string];
  change: (from: string | undefined, to: string | undefined) => void;
}

/** Whole county days on the screen, half-open instants in the address. */
export function DaysChoice({ from, to, labels, change }: DaysProps) {
  const shown = [
    from === undefined ? null : pickedOf(from),
    to === undefined ? null : pickedOf(to).subtract(1, 'day'),
  ] as const;
  return (
    <DatePicker.RangePicker
      className="wide"
      allowEmpty={[true, true]}
      aria-label={labels[0]}
      placeholder={labels}
      value={[shown[0], shown[1]]}
      onChange={(days) =>
        change(
          days?.[0] == null ? undefined : instantOf(dayjs(days[0]).startOf('day')),
          days?.[1] == null ? undefined : instantOf(dayjs(days[1]).add(1, 'day').startOf('day')),
        )
      }
    />
  );
}
