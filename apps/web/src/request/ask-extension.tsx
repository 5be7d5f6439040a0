import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ExtensionRoom } from '../api/types';
import { useWrite } from '../api/write';
import { limitOf } from '../clock/clock-words';
import { daysBetween } from '../clock/county-days';
import { countyDay } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { DuePicker } from '../shared/pickers';
import { BasisLine, requestTouches, useNeeded } from './request-words';

interface AskForm {
  reason: string;
  progress: string;
  dueAt: string;
}

interface AskProps {
  room: ExtensionRoom;
  now: string;
  /** Named on the button where there are several. */
  named: boolean;
}

/** The button with which a unit asks for more time; says why when it cannot. */
export function AskExtension({ room, now, named }: AskProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (room.refusal !== null) return <span className="faint small">{t(`request.notAskable.${room.refusal}`)}</span>;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('request.ask')}
        {named ? ` · ${room.unit.shortName}` : ''}
      </Button>
      {open ? <AskDialog room={room} now={now} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AskDialog({ room, now, onClose }: { room: ExtensionRoom; now: string; onClose: () => void }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const write = useWrite({
    run: (form: AskForm, key) => api.post<unknown>(`/assignments/${room.assignmentId}/extensions`, form, { key }),
    said: () => t('request.asked'),
    touches: requestTouches,
    quiet: true,
  });
  return (
    <FormDialog<AskForm, unknown>
      title={t('request.ask')}
      intro={<RoomWords room={room} now={now} />}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="dueAt" label={t('request.wanted')} rules={needed(t('request.wanted'))}>
        <DuePicker />
      </Form.Item>
      <Form.Item name="reason" label={t('request.reason')} rules={needed(t('request.reason'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="progress" label={t('request.progress')} rules={needed(t('request.progress'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} showCount />
      </Form.Item>
    </FormDialog>
  );
}

/** The date that runs, how many days are left, and how far the rule lets it be extended. */
function RoomWords({ room, now }: { room: ExtensionRoom; now: string }) {
  const { t } = useTranslation();
  const { dueAt, originalDueAt, granted, most, until, unit } = room;
  return (
    <div className="dialog-intro stack-tight">
      <p>{t('request.askNote')}</p>
      <p className="row">
        <b>{unit.shortName}</b>
        <span>
          {t('request.dueNow')} {limitOf(dueAt)}
        </span>
        {originalDueAt === null || originalDueAt === dueAt ? null : (
          <span>
            {t('request.original')} {limitOf(originalDueAt)}
          </span>
        )}
        <span>{t('request.left', { count: daysBetween(countyDay(now), countyDay(dueAt)) })}</span>
      </p>
      <p className="row soft">
        <span>{most === null ? t('request.unlimited', { granted }) : t('request.most', { most, granted })}</span>
        <span>{until === null ? t('request.noUntil') : t('request.until', { day: limitOf(until) })}</span>
        <BasisLine basis={room.basis} />
      </p>
    </div>
  );
}
