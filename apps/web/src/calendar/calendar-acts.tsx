import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnyUnitField } from '../admin/unit-fields';
import { api } from '../api/client';
import type { Calendar } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { WeekDialog } from './week-dialog';

interface CalendarActsProps {
  calendar: Calendar;
  calendars: readonly Calendar[];
  onShow: (id: string | undefined) => void;
}

/** What whoever keeps the calendar may do beside publishing a year. */
export function CalendarActs({ calendar, calendars, onShow }: CalendarActsProps) {
  const { t } = useTranslation();
  const [open, show] = useState<'week' | 'own' | null>(null);
  const end = useWrite({
    run: () => api.delete(`/calendars/${calendar.id}`, calendar.version),
    said: () => t('calendar.ownEnded'),
    touches: [['calendars']],
  });
  return (
    <div className="row">
      <Button onClick={() => show('week')}>{t('calendar.setWeek')}</Button>
      <Button onClick={() => show('own')}>{t('calendar.ownBegin')}</Button>
      {calendar.unit === null ? null : (
        <Popconfirm
          title={t('calendar.ownEndAsk', { unit: calendar.unit.name })}
          okText={t('general.confirm')}
          cancelText={t('general.cancel')}
          onConfirm={() => end.mutate(undefined, { onSuccess: () => onShow(undefined) })}
        >
          <Button danger loading={end.isPending}>
            {t('calendar.ownEnd')}
          </Button>
        </Popconfirm>
      )}
      {open === 'week' ? <WeekDialog calendar={calendar} county={calendars[0]} onClose={() => show(null)} /> : null}
      {open === 'own' ? <OwnDialog onClose={() => show(null)} onDone={({ id }) => onShow(id)} /> : null}
    </div>
  );
}

function OwnDialog({ onClose, onDone }: { onClose: () => void; onDone: (calendar: Calendar) => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (body: { unitId: string }, key: string) => api.post<Calendar>('/calendars', body, { key }),
    said: () => t('calendar.ownBegun'),
    touches: [['calendars']],
    quiet: true,
  });
  return (
    <FormDialog<{ unitId: string }, Calendar>
      title={t('calendar.ownBegin')}
      intro={<p className="soft">{t('calendar.ownBeginNote')}</p>}
      write={write}
      onClose={onClose}
      onDone={onDone}
    >
      <AnyUnitField name="unitId" label={t('calendar.ownUnit')} />
    </FormDialog>
  );
}
