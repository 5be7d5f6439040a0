import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { countyDay, countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';

const bases = ['litigation', 'review', 'audit', 'discipline'] as const;

/** Whether the personal data of a matter is held or was purged, and the way to hold it. */
export function HoldBar({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const { hold, purged, actions } = matter;
  const may = actions.includes('hold') || actions.includes('release');
  if (hold === null && purged.length === 0 && !may) return null;
  return (
    <div className="stack no-print">
      {hold === null ? null : (
        <Alert
          type="info"
          showIcon
          title={t('personal.isHeld', {
            basis: t(`personal.basis.${hold.basis}`),
            name: hold.placedBy.name,
            at: countyTime(hold.placedAt),
          })}
          description={hold.reason}
        />
      )}
      {purged.map(({ part, removed, purgedAt }) => (
        <p key={part} className="soft small">
          {t('personal.wasPurged', {
            part: t(`personal.parts.${part}`),
            count: removed,
            at: countyDay(purgedAt),
          })}
        </p>
      ))}
      {may ? (
        <span>
          <Button size="small" onClick={() => open(true)}>
            {t(hold === null ? 'personal.hold' : 'personal.release')}
          </Button>
        </span>
      ) : null}
      {isOpen ? <HoldDialog matter={matter} onClose={() => open(false)} /> : null}
    </div>
  );
}

interface Said {
  basis?: string;
  reason: string;
}

function HoldDialog({ matter, onClose }: { matter: MatterView; onClose: () => void }) {
  const { t } = useTranslation();
  const on = matter.hold === null ? 'hold' : 'release';
  const write = useWrite({
    run: ({ basis, reason }: Said, key) =>
      api.post<MatterView>(`/matters/${matter.id}/${on}`, { basis, reason: reason.trim() }, { key }),
    said: () => t('personal.moved'),
    touches: [['matters'], ['matter']],
    quiet: true,
  });
  const [what, basisLabel] = [t('task.field.reason'), t('personal.basisOf')];
  return (
    <FormDialog<Said, MatterView>
      title={t(`personal.${on}`)}
      intro={<p className="act-consequence">{t('personal.holdNote')}</p>}
      initial={on === 'hold' ? { basis: 'litigation' } : {}}
      write={write}
      onClose={onClose}
    >
      {on === 'hold' ? (
        <Form.Item name="basis" label={basisLabel}>
          <Select
            aria-label={basisLabel}
            options={bases.map((value) => ({ value, label: t(`personal.basis.${value}`) }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item
        name="reason"
        label={what}
        rules={[{ required: true, whitespace: true, message: t('general.required', { what }) }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
