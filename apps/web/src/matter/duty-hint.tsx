import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ListMark } from '../duty/list-mark';
import type { DutySuggestion } from '../api/types';
import { comma } from '../i18n/punctuation';

interface DutyHintProps {
  category: string | null;
  use: (duty: { leadUnitId: string; assistUnitIds: string[] }) => void;
}

/** What the duty register says for a category; one tap takes it over. Nothing when it says nothing. */
export function DutyHint({ category, use }: DutyHintProps) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['duty', category],
    queryFn: () => api.get<DutySuggestion>('/duties/suggest', { category }),
    enabled: category !== null,
    retry: false,
  });
  if (data === undefined) return null;
  const lead = [data.leadUnit, ...data.assistUnits].map((unit) => unit.shortName).join(comma());
  return (
    <p className="row duty-hint">
      {t('matter.duty', { lead })} <ListMark list={data.townshipList} />
      <Button
        size="small"
        onClick={() => use({ leadUnitId: data.leadUnit.id, assistUnitIds: data.assistUnits.map((unit) => unit.id) })}
      >
        {t('matter.useDuty')}
      </Button>
    </p>
  );
}
