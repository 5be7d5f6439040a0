import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { Me } from '../api/types';
import { useProblemWords } from '../shared/problem-words';
import { z } from '../api/shape';

interface Credentials {
  login: string;
  password: string;
}

/** Account and password, the first step; says how long to wait after too many attempts. */
export function PasswordForm({ onAdmitted }: { onAdmitted: (me: Me) => void }) {
  const { t } = useTranslation();
  const signIn = useMutation({
    mutationFn: (input: Credentials) => api.post<Me>('/session', input),
    onSuccess: onAdmitted,
  });
  return (
    <Form<Credentials> layout="vertical" size="large" requiredMark={false} onFinish={(input) => signIn.mutate(input)}>
      {signIn.error === null ? null : <Refusal cause={signIn.error} />}
      <Form.Item
        name="login"
        label={t('shell.login')}
        rules={[{ required: true, message: t('general.required', { what: t('shell.login') }) }]}
      >
        <Input autoComplete="username" autoFocus maxLength={64} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('shell.password')}
        rules={[{ required: true, message: t('general.required', { what: t('shell.password') }) }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('shell.signIn')}
      </Button>
    </Form>
  );
}

function Refusal({ cause }: { cause: Error }) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const wait = cause instanceof Problem ? z.number(cause.facts.retryAfterSeconds) : undefined;
  const words =
    wait === undefined ? inWords(cause) : t('shell.lockedOut', { minutes: Math.max(1, Math.ceil(wait / 60)) });
  return <Alert type="error" showIcon title={words} style={{ marginBottom: 16 }} />;
}
