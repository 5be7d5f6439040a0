import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  words: string | undefined;
  hint: string;
  search: (words: string | undefined) => void;
}
/** The server's index knows pairs of characters. */
const fewest = 2;

/** Words to search for; fewer than two characters find nothing and are said so instead of sent. */
export function SearchField({ words, hint, search }: SearchFieldProps) {
  const { t } = useTranslation();
  const [short, setShort] = useState(false);
  const ask = (typed: string) => {
    const clean = typed.trim();
    setShort(clean.length > 0 && clean.length < fewest);
    if (clean === '') search(undefined);
    else if (clean.length >= fewest) search(clean);
  };
  return (
    <Input.Search
      className="wide"
      key={words ?? ''}
      allowClear
      maxLength={100}
      defaultValue={words}
      status={short ? 'error' : undefined}
      placeholder={hint}
      aria-label={short ? `${hint}${t('general.colon')}${t('general.twoCharacters')}` : hint}
      title={short ? t('general.twoCharacters') : undefined}
      onSearch={ask}
    />
  );
}
