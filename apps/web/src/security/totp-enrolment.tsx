import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Enrolled, TotpEnrolment as Begun } from '../api/types';
import { LoadingBlock, ProblemBlock } from '../shared/blocks';
import { useProofWords } from './security-words';

interface EnrolmentProps {
  onEnrolled: (enrolled: Enrolled) => void;
}

/** Enrols an authenticator application: scan or type the key, then give the first code. */
export function TotpEnrolment({ onEnrolled }: EnrolmentProps) {
  const begun = useQuery({
    queryKey: ['totp-enrolment'],
    queryFn: () => api.post<Begun>('/factors/totp'),
    retry: false,
    // a second secret would make the first one's code worthless while it is being typed
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: false,
  });
  if (begun.isPending) return <LoadingBlock rows={6} />;
  if (begun.error !== null) return <ProblemBlock cause={begun.error} retry={() => void begun.refetch()} />;
  return <Steps begun={begun.data} onEnrolled={onEnrolled} />;
}

function Steps({ begun, onEnrolled }: EnrolmentProps & { begun: Begun }) {
  const { t } = useTranslation();
  return (
    <ol className="steps">
      <li>
        <p>{t('security.totpInstall')}</p>
      </li>
      <li>
        <p>{t('security.totpScan')}</p>
        <div className="totp-key">
          <QRCode type="svg" value={begun.address} size={168} bordered={false} errorLevel="M" aria-hidden />
          <div>
            <p className="small faint">{t('security.totpManual')}</p>
            <code className="key">{begun.key}</code>
          </div>
        </div>
      </li>
      <li>
        <p>{t('security.totpConfirm')}</p>
        <FirstCode id={begun.id} onEnrolled={onEnrolled} />
      </li>
    </ol>
  );
}

function FirstCode({ id, onEnrolled }: EnrolmentProps & { id: string }) {
  const { t } = useTranslation();
  const inWords = useProofWords();
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) =>
      api.post<Enrolled>(`/factors/totp/${id}/confirm`, { code: code.replace(/\s/g, '') }),
    onSuccess: onEnrolled,
  });
  return (
    <Form
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(said: { code: string }) => confirm.mutate(said)}
    >
      {confirm.error === null ? null : (
        <Alert type="error" showIcon title={inWords(confirm.error)} className="dialog-problem" />
      )}
      <Form.Item
        name="code"
        label={t('security.field.totp')}
        rules={[
          { required: true, message: t('general.required', { what: t('security.field.totp') }) },
          { pattern: /^\s*(\d\s*){6}$/, message: t('security.sixDigits') },
        ]}
      >
        <Input className="code-input" inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={confirm.isPending}>
        {t('security.totpFinish')}
      </Button>
    </Form>
  );
}
