import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { CodeAnswer, CodeKeys } from '../api/types';
import { PlainFrame } from '../founding/plain-frame';
import { nameOf } from '../i18n/names';
import { serverNow } from '../shared/clock';
import { countyDay } from '../shared/county-time';
import { type CodeFacts, factsOf, keepKeys, keptKeys } from './verify-token';

type Verdict =
  | { kind: 'genuine'; facts: CodeFacts; underWay: boolean | null }
  | { kind: 'forged' | 'unknown' | 'offline' };

/** The county's keys: fresh ones when there is a connection, else those that were kept. */
async function keysNow() {
  try {
    const { keys } = await api.get<CodeKeys>('/inspection-codes/keys');
    keepKeys(keys);
    return keys;
  } catch {
    return keptKeys();
  }
}

async function askFor(code: string): Promise<CodeAnswer | 'unknown' | null> {
  try {
    return await api.post<CodeAnswer>('/inspection-codes/check', { code });
  } catch (cause) {
    // only a plain no says that there is no such code: a busy server says nothing about it
    return cause instanceof Problem && [400, 404, 422].includes(cause.status) ? 'unknown' : null;
  }
}

/** A token from a QR is verified here and needs no connection; of a typed code the token is fetched first. */
async function verdictOn(said: string): Promise<Verdict> {
  const keys = await keysNow();
  if (!said.includes('.')) {
    const answer = await askFor(said);
    if (answer === null) return { kind: 'offline' };
    if (answer === 'unknown') return { kind: 'unknown' };
    const facts = factsOf(answer.token, keys);
    return facts === null ? { kind: 'forged' } : { kind: 'genuine', facts, underWay: answer.underWay };
  }
  if (keys.length === 0) return { kind: 'offline' };
  const facts = factsOf(said, keys);
  if (facts === null) return { kind: 'forged' };
  const answer = await askFor(facts.code);
  const underWay = answer === null ? null : answer !== 'unknown' && answer.underWay;
  return { kind: 'genuine', facts, underWay };
}

/** For whoever is visited: is this inspection real? Without an account. */
export function VerifyCodePage() {
  const { t } = useTranslation();
  // a scanned QR brings its token behind the address
  const [said, say] = useState(() => window.location.hash.slice(1));
  const { data: verdict, isFetching: busy } = useQuery({
    queryKey: ['verify-code', said],
    queryFn: () => verdictOn(said),
    enabled: said !== '',
    networkMode: 'always',
  });
  const check = (typed: string) => say(typed.includes('#') ? typed.slice(typed.indexOf('#') + 1) : typed);
  return (
    <PlainFrame title={t('inspection.verifyTitle')}>
      <p>{t('inspection.verifyNote')}</p>
      <Form layout="vertical" requiredMark={false} onFinish={({ code }: { code: string }) => check(code.trim())}>
        <Form.Item
          name="code"
          label={t('inspection.codeField')}
          rules={[
            { required: true, whitespace: true, message: t('general.required', { what: t('inspection.codeField') }) },
          ]}
        >
          <Input size="large" maxLength={2000} autoComplete="off" placeholder="XXXXX-XXXXX" />
        </Form.Item>
        <Button type="primary" size="large" block htmlType="submit" loading={busy}>
          {t(busy ? 'inspection.checking' : 'inspection.check')}
        </Button>
      </Form>
      <div aria-live="polite">{verdict === undefined ? null : <Outcome verdict={verdict} />}</div>
    </PlainFrame>
  );
}

function Outcome({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  if (verdict.kind === 'offline') return <Alert type="warning" showIcon title={t('inspection.needsOnline')} />;
  if (verdict.kind !== 'genuine') return <Alert type="error" showIcon title={t(`inspection.${verdict.kind}`)} />;
  const { facts, underWay } = verdict;
  const today = countyDay(new Date(serverNow()).toISOString());
  const holds = underWay !== false && facts.fromOn <= today && today <= facts.toOn;
  const rows: [string, string][] = [
    [t('inspection.issuedBy'), facts.county],
    [t('inspection.number'), facts.number],
    [t('inspection.name'), facts.name],
    [t('inspection.field.type'), nameOf('inspection.type', facts.type)],
    [t('inspection.field.period'), t('inspection.days', { from: facts.fromOn, to: facts.toOn })],
    [t('inspection.codeField'), facts.code],
  ];
  return (
    <>
      <Alert
        type={holds ? 'success' : 'warning'}
        showIcon
        title={t(holds ? 'inspection.genuine' : 'inspection.genuineOver')}
        description={underWay === null ? t('inspection.offlineChecked') : undefined}
      />
      <dl className="facts">
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
