import { Alert, Button, Form, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { markOld } from '../api/freshness';
import { Problem } from '../api/problem';
import { PageHead } from '../shared/page-head';
import { placeErrors } from '../shared/place-errors';
import { useProblemWords } from '../shared/problem-words';
import { NewPassphrase } from './new-passphrase';
import { semicolon } from '../i18n/punctuation';

interface GateProps {
  id: string;
  /** The reader has a passphrase of their own. */
  joined: boolean;
  unlock: (passphrase: string) => Promise<void>;
}

interface Said {
  passphrase: string;
  again?: string;
  code?: string;
  shares?: string;
}

type Way = 'passphrase' | 'join' | 'recover';

/** In front of a closed plan: by passphrase, for the first time by a code, and by shares when it was lost. */
export function SealedGate({ id, joined, unlock }: GateProps) {
  const { t } = useTranslation();
  const [lost, lose] = useState(false);
  const way: Way = lost ? 'recover' : joined ? 'passphrase' : 'join';
  const title =
    way === 'passphrase' ? t('sealed.unlock') : way === 'join' ? t('sealed.ownPassphrase') : t('sealed.recover');
  const note = { passphrase: 'unlockNote', join: 'joinNote', recover: 'recoverSome' } as const;
  return (
    <>
      <PageHead title={t('sealed.title')} sub={t('sealed.closed')} />
      <section className="sheet sealed-gate stack" aria-label={title}>
        <h2>{title}</h2>
        <p className="soft">{t(`sealed.${note[way]}`)}</p>
        <GateForm key={way} id={id} way={way} unlock={unlock} />
        {way === 'join' ? null : (
          <p>
            <Button type="link" onClick={() => lose(!lost)}>
              {t(lost ? 'sealed.backToPassphrase' : 'sealed.forgot')}
            </Button>
          </p>
        )}
      </section>
    </>
  );
}

function GateForm({ id, way, unlock }: Omit<GateProps, 'joined'> & { way: Way }) {
  const { t } = useTranslation();
  const required = useRequired();
  const [form] = Form.useForm<Said>();
  const { busy, loose, submit } = useGate(id, way, unlock, (cause) => placeErrors(form, cause));
  return (
    <Form<Said> form={form} layout="vertical" requiredMark={false} onFinish={(said) => void submit(said)}>
      {loose === '' ? null : <Alert type="error" showIcon title={loose} className="dialog-problem" />}
      {way === 'join' ? (
        <Form.Item name="code" label={t('sealed.code')} rules={required(t('sealed.code'))}>
          <Input maxLength={60} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Form.Item>
      ) : null}
      {way === 'recover' ? (
        <Form.Item name="shares" label={t('sealed.shareLines')} rules={required(t('sealed.shareLines'))}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} autoComplete="off" spellCheck={false} />
        </Form.Item>
      ) : null}
      {way === 'passphrase' ? (
        <Form.Item name="passphrase" label={t('sealed.passphrase')} rules={required(t('sealed.passphrase'))}>
          <Input.Password maxLength={200} autoFocus autoComplete="off" data-1p-ignore />
        </Form.Item>
      ) : (
        <NewPassphrase name="passphrase" label={t('sealed.ownPassphrase')} />
      )}
      <Button type="primary" size="large" htmlType="submit" loading={busy}>
        {t(way === 'passphrase' ? 'sealed.unlock' : way === 'join' ? 'sealed.join' : 'sealed.recover')}
      </Button>
    </Form>
  );
}

function useGate(id: string, way: Way, unlock: GateProps['unlock'], place: (cause: unknown) => string[]) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const inWords = useProblemWords();
  const [busy, work] = useState(false);
  const [loose, tell] = useState('');
  const submit = async ({ passphrase, code, shares = '' }: Said): Promise<void> => {
    work(true);
    tell('');
    const lines = shares.split(/\n/).filter((line) => line.trim() !== '');
    try {
      if (way === 'join') await api.post(`/sealed-inspections/${id}/join`, { passphrase, code });
      if (way === 'recover') await api.post(`/sealed-inspections/${id}/recover`, { passphrase, shares: lines });
      if (way !== 'passphrase') void markOld(queries, ['sealed-plans']);
      await unlock(passphrase);
    } catch (cause) {
      tell(sharesIn(t, cause).join(semicolon()) || place(cause).join(semicolon()) || inWords(cause));
      work(false);
    }
  };
  return { busy, loose, submit };
}

/** Which of the typed shares are wrong, counted as they stand in the field. */
function sharesIn(t: TFunction, cause: unknown): string[] {
  if (!(cause instanceof Problem)) return [];
  return cause.errors.flatMap(({ path, message }) => {
    const at = /^shares\[(\d+)\]$/.exec(path)?.[1];
    return at === undefined ? [] : [`${t('sealed.nthShare', { n: Number(at) + 1 })}${t('general.colon')}${message}`];
  });
}
