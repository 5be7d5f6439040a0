import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { lists } from '../../api/lists';

interface MatterPickerProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
  /** The matter that cannot be chosen: itself. */
  except: string;
}

/** One matter, found by number or words. */
export function MatterPicker({ except, ...rest }: MatterPickerProps) {
  const [words, setWords] = useState('');
  const q = useDeferredValue(words);
  const { data, isFetching } = useInfiniteQuery(lists.matters({ q }));
  const options = (data?.pages[0]?.items ?? [])
    .filter((matter) => matter.id !== except)
    .map((matter) => ({ value: matter.id, label: `${matter.intakeNo}　${matter.title}` }));
  return (
    <Select {...rest} showSearch={{ filterOption: false, onSearch: setWords }} loading={isFetching} options={options} />
  );
}
