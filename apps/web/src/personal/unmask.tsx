import { Button, Form, Input, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterView, Unmasked } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

/** How long a value stays on the screen. */
const shownMs = 60_000;

interface UnmaskProps {
  matter: MatterView;
  /** Absent: the texts of the matter. */
  signatoryId?: string;
  /** What the button says and whose data it is about, for those who hear the page. */
  label: string;
  children: (shown: Unmasked) => ReactNode;
}

/** The way to one masked value: asked with a reason, shown for a minute or until the page is left, kept nowhere. */
export function Unmask({ matter, signatoryId, label, children }: UnmaskProps) {
  const { t } = useTranslation();
  const [asking, ask] = useState(false);
  const [shown, show] = useState<Unmasked | null>(null);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => show(null), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);
  if (!matter.actions.includes('unmask')) return null;
  return (
    <span className="no-print" aria-live="polite">
      {shown === null ? (
        <Button type="link" size="small" aria-label={label} onClick={() => ask(true)}>
          {t('personal.see')}
        </Button>
      ) : (
        <>
          {children(shown)}
          <Button type="link" size="small" onClick={() => show(null)}>
            {t('personal.hide')}
          </Button>
        </>
      )}
      {asking ? (
        <AskDialog matterId={matter.id} signatoryId={signatoryId} onClose={() => ask(false)} onDone={show} />
      ) : null}
    </span>
  );
}

interface Asked {
  reason: string;
  words: string;
}

const reasons = ['contact_asker', 'call_back', 'send_reply', 'correct_record', 'assist_authority'] as const;

interface AskProps {
  matterId: string;
  signatoryId: string | undefined;
  onClose: () => void;
  onDone: (shown: Unmasked) => void;
}

function AskDialog({ matterId, signatoryId, onClose, onDone }: AskProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ reason, words }: Asked, key) =>
      api.post<Unmasked>(`/matters/${matterId}/unmask`, { signatoryId, reason, words: words.trim() }, { key }),
    said: ({ left }) => t('personal.left', { count: left }),
    touches: [],
    quiet: true,
  });
  const [reasonLabel, wordsLabel] = [t('personal.reason'), t('personal.words')];
  return (
    <FormDialog<Asked, Unmasked>
      title={t('personal.see')}
      intro={<p className="act-consequence">{t('personal.seeNote')}</p>}
      initial={{ reason: 'contact_asker' }}
      write={write}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="reason" label={reasonLabel}>
        <Select
          options={reasons.map((value) => ({ value, label: t(`personal.reasons.${value}`) }))}
          aria-label={reasonLabel}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={wordsLabel}
        rules={[{ required: true, whitespace: true, message: t('general.required', { what: wordsLabel }) }]}
      >
        <Input.TextArea rows={2} maxLength={500} placeholder={t('personal.wordsHint')} />
      </Form.Item>
    </FormDialog>
  );
}

/** The texts of a matter as they were written, under the masked ones. */
export function UnmaskTexts({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  if (!matter.maskedTexts) return null;
  return (
    <Unmask matter={matter} label={t('personal.seeTexts')}>
      {({ title, body, fields }) => (
        <section className="card" aria-label={t('personal.whole')}>
          <b>{title}</b>
          <p className="words matter-body">{body}</p>
          {Object.values(fields).map((value) => (
            <p key={value} className="words">
              {value}
            </p>
          ))}
        </section>
      )}
    </Unmask>
  );
}
