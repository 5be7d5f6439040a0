import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { DisputeRoom } from '../api/types';
import { useWrite } from '../api/write';
import { limitOf } from '../clock/clock-words';
import { FormDialog } from '../shared/form-dialog';
import { UnitPicker } from '../shared/pickers';
import { BasisLine, requestTouches, useNeeded } from './request-words';

interface RaiseForm {
  ground: string;
  legalBasis: string;
  responsibleUnitId: string;
}

/** The button with which a unit says that it is not its duty; says why when it cannot. */
export function RaiseDispute({ room, named }: { room: DisputeRoom; named: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (room.refusal !== null) return <span className="faint small">{t(`request.notAskable.${room.refusal}`)}</span>;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('request.dispute')}
        {named ? ` · ${room.unit.shortName}` : ''}
      </Button>
      {open ? <RaiseDialog room={room} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RaiseDialog({ room, onClose }: { room: DisputeRoom; onClose: () => void }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const { assignmentId, version } = room;
  const write = useWrite({
    run: (form: RaiseForm, key) => api.post<unknown>(`/assignments/${assignmentId}/disputes`, form, { key, version }),
    said: () => t('request.raised'),
    touches: requestTouches,
    quiet: true,
  });
  return (
    <FormDialog<RaiseForm, unknown>
      title={t('request.dispute')}
      intro={<WindowWords room={room} />}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="responsibleUnitId" label={t('request.responsible')} rules={needed(t('request.responsible'))}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="ground" label={t('request.ground')} rules={needed(t('request.ground'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item
        name="legalBasis"
        label={t('request.legalBasis')}
        extra={t('request.legalBasisHint')}
        rules={needed(t('request.legalBasis'))}
      >
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

/** Until when it may be disputed, by which rule, and who will rule. */
function WindowWords({ room: { windowEndsAt, basis, ruler } }: { room: DisputeRoom }) {
  const { t } = useTranslation();
  return (
    <div className="dialog-intro stack-tight">
      <p>{t('request.disputeNote')}</p>
      <p className="row soft">
        <b>{windowEndsAt === null ? t('request.windowOpen') : t('request.window', { at: limitOf(windowEndsAt) })}</b>
        <BasisLine basis={basis} />
        <span>{t('request.ruler', { who: t(`request.rulers.${ruler ?? 'bureau'}`) })}</span>
      </p>
    </div>
  );
}
