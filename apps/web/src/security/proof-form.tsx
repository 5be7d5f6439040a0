import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Me, ProofWay } from '../api/types';
import { passkeysWork, provePasskey } from './passkey';
import { useProofWords } from './security-words';

interface ProofFormProps {
  ways: readonly ProofWay[];
  onProven: (me: Me) => void;
}

const codeOf = {
  totp: { field: 'code', max: 6, mode: 'numeric', complete: 'one-time-code' },
  recovery: { field: 'recoveryCode', max: 40, mode: 'text', complete: 'off' },
  password: { field: 'password', max: 200, mode: 'text', complete: 'current-password' },
} as const;

/** Proves who is at the screen: by passkey, code, recovery code or password, whichever the account has. */
export function ProofForm({ ways, onProven }: ProofFormProps) {
  const { t } = useTranslation();
  const usable = ways.filter((way) => way !== 'passkey' || passkeysWork());
  const [chosen, choose] = useState<ProofWay | undefined>(usable[0]);
  if (chosen === undefined) return <p>{t('security.noWay')}</p>;
  return (
    <div className="stack">
      {chosen === 'passkey' ? (
        <PasskeyProof onProven={onProven} />
      ) : (
        <CodeProof key={chosen} way={chosen} onProven={onProven} />
      )}
      {usable.length < 2 ? null : (
        <div className="row small">
          <span className="faint">{t('security.otherWay')}</span>
          {usable
            .filter((way) => way !== chosen)
            .map((way) => (
              <Button key={way} type="link" size="small" onClick={() => choose(way)}>
                {t(`security.way.${way}`)}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}

function PasskeyProof({ onProven }: Pick<ProofFormProps, 'onProven'>) {
  const { t } = useTranslation();
  const inWords = useProofWords();
  const prove = useMutation({ mutationFn: provePasskey, onSuccess: onProven });
  return (
    <>
      {prove.error === null ? null : <Alert type="error" showIcon title={inWords(prove.error)} />}
      <p className="soft">{t('security.passkeyAsk')}</p>
      <Button type="primary" size="large" block autoFocus loading={prove.isPending} onClick={() => prove.mutate()}>
        {t('security.passkeyUse')}
      </Button>
    </>
  );
}

function CodeProof({ way, onProven }: { way: keyof typeof codeOf } & Pick<ProofFormProps, 'onProven'>) {
  const { t } = useTranslation();
  const inWords = useProofWords();
  const { field, max, mode, complete } = codeOf[way];
  const prove = useMutation({
    mutationFn: ({ given }: { given: string }) =>
      api.post<Me>('/session/proof', { [field]: way === 'totp' ? given.replace(/\s/g, '') : given.trim() }),
    onSuccess: onProven,
  });
  const label = t(`security.field.${way}`);
  const rules = [
    { required: true, message: t('general.required', { what: label }) },
    ...(way === 'totp' ? [{ pattern: /^\s*(\d\s*){6}$/, message: t('security.sixDigits') }] : []),
  ];
  const input = { autoComplete: complete, autoFocus: true };
  return (
    <Form
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(said: { given: string }) => prove.mutate(said)}
    >
      {prove.error === null ? null : (
        <Alert type="error" showIcon title={inWords(prove.error)} className="dialog-problem" />
      )}
      <Form.Item name="given" label={label} extra={t(`security.hint.${way}`)} rules={rules}>
        {way === 'password' ? (
          <Input.Password {...input} maxLength={max} />
        ) : (
          <Input {...input} maxLength={max + 4} inputMode={mode} className="code-input" />
        )}
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={prove.isPending}>
        {t('security.prove')}
      </Button>
    </Form>
  );
}
