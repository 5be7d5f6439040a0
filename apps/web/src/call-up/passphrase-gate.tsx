import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { CallUpList } from '../api/inspector-types';
import { useProblemWords } from '../shared/problem-words';

/** A sealed plan that was opened: its passphrase lives on this page only, until it is left. */
export interface Opened {
  id: string;
  passphrase: string;
  list: CallUpList;
  /** Puts a newer answer in the place of the one shown. */
  onList: (list: CallUpList) => void;
}

/** After so long without a hand on keyboard or screen the passphrase is forgotten. */
const idleMs = 300_000;

function useForgetting(isOpen: boolean, forget: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    let timer = setTimeout(forget, idleMs);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(forget, idleMs);
    };
    const signs = ['pointerdown', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, again);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again);
    };
  }, [isOpen]);
}

/** Asks for the passphrase of a sealed plan before anything of it is shown; nothing is kept in the browser. */
export function PassphraseGate({ id, children }: { id: string; children: (opened: Opened) => ReactNode }) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const [open, setOpen] = useState<Omit<Opened, 'onList'> | null>(null);
  const [asking, ask] = useState(false);
  const [fault, setFault] = useState('');
  useForgetting(open !== null, () => setOpen(null));
  if (open !== null) return children({ ...open, onList: (list) => setOpen({ ...open, list }) });
  const submit = async ({ passphrase }: { passphrase: string }): Promise<void> => {
    ask(true);
    try {
      const list = await api.post<CallUpList>(`/sealed-inspections/${id}/call-ups/read`, { passphrase });
      setOpen({ id, passphrase, list });
    } catch (cause) {
      setFault(inWords(cause));
    } finally {
      ask(false);
    }
  };
  return (
    <Form<{ passphrase: string }> layout="vertical" requiredMark={false} className="sheet" onFinish={submit}>
      {fault === '' ? null : <Alert type="error" showIcon className="dialog-problem" title={fault} />}
      <Form.Item
        name="passphrase"
        label={t('callUp.passphrase')}
        extra={t('callUp.passphraseNote')}
        rules={[{ required: true, message: t('general.required', { what: t('callUp.passphrase') }) }]}
      >
        <Input.Password autoComplete="off" maxLength={200} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" loading={asking}>
        {t('callUp.openList')}
      </Button>
    </Form>
  );
}
