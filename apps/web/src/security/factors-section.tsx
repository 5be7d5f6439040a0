import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { factorsQuery, sessionQuery } from '../api/session';
import type { Enrolled, Factors } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';
import { EnrolDialog } from './enrol-dialog';
import { passkeysWork } from './passkey';
import { PasskeyLine } from './passkey-line';
import { RecoveryDialog } from './recovery-dialog';

/** Second factors: passkeys of my devices, the authenticator application, and codes on paper. */
export function FactorsSection() {
  const { t } = useTranslation();
  const query = useQuery(factorsQuery);
  return (
    <section className="section" aria-labelledby="factors-title">
      <h2 id="factors-title">{t('security.title')}</h2>
      <Remote query={query}>{(factors) => <FactorLines factors={factors} />}</Remote>
    </section>
  );
}

function FactorLines({ factors }: { factors: Factors }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'passkey' | 'totp' | null>(null);
  const [codes, show] = useState<readonly string[] | null>(null);
  const has = factors.totp !== null || factors.passkeys.length > 0;
  const works = factors.passkeysPossible && passkeysWork();
  const enrolled = ({ me, recoveryCodes }: Enrolled) => {
    setOpen(null);
    queries.setQueryData(sessionQuery.queryKey, me);
    void queries.invalidateQueries({ queryKey: factorsQuery.queryKey });
    if (recoveryCodes !== null) show(recoveryCodes);
  };
  return (
    <>
      <p className="soft">{t(factors.demanded ? 'security.demanded' : has ? 'security.chosen' : 'security.offered')}</p>
      <ul className="plain-list task-lines">
        {factors.passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} />
        ))}
        <li className="spread security-line">
          <span>
            <b>{t('security.way.passkey')}</b>
            <br />
            <span className="faint small">{works ? t('security.passkeyBrief') : t('security.passkeyNotHere')}</span>
          </span>
          <Button disabled={!works} onClick={() => setOpen('passkey')}>
            {t('security.passkeyAdd')}
          </Button>
        </li>
        <TotpLine factors={factors} onEnrol={() => setOpen('totp')} />
        {has ? <CodesLine left={factors.recoveryCodesLeft} onRenewed={show} /> : null}
      </ul>
      {open === null ? null : <EnrolDialog kind={open} onClose={() => setOpen(null)} onEnrolled={enrolled} />}
      {codes === null ? null : <RecoveryDialog codes={codes} onKept={() => show(null)} />}
    </>
  );
}

function TotpLine({ factors: { totp }, onEnrol }: { factors: Factors; onEnrol: () => void }) {
  const { t } = useTranslation();
  const remove = useWrite({
    run: () => api.delete('/factors/totp'),
    said: () => t('security.removed'),
    touches: [factorsQuery.queryKey],
  });
  const state =
    totp === null
      ? t('security.totpBrief')
      : `${t('security.since', { at: countyTime(totp.confirmedAt) })}${totp.lastUsedAt === null ? '' : ` · ${t('security.lastUsed', { at: countyTime(totp.lastUsedAt) })}`}`;
  return (
    <li className="spread security-line">
      <span>
        <b>{t('security.way.totp')}</b>
        <br />
        <span className="faint small">{state}</span>
      </span>
      <span className="row">
        <Button onClick={onEnrol}>{totp === null ? t('security.totpAdd') : t('security.totpReplace')}</Button>
        {totp === null ? null : (
          <Popconfirm
            title={t('security.removeAsk')}
            okText={t('security.remove')}
            cancelText={t('general.cancel')}
            onConfirm={() => remove.mutate(undefined)}
          >
            <Button loading={remove.isPending}>{t('security.remove')}</Button>
          </Popconfirm>
        )}
      </span>
    </li>
  );
}

function CodesLine({ left, onRenewed }: { left: number; onRenewed: (codes: readonly string[]) => void }) {
  const { t } = useTranslation();
  const renew = useWrite({
    run: (_: undefined, key) => api.post<{ recoveryCodes: string[] }>('/factors/recovery-codes', {}, { key }),
    touches: [factorsQuery.queryKey],
  });
  const start = () => renew.mutate(undefined, { onSuccess: ({ recoveryCodes }) => onRenewed(recoveryCodes) });
  return (
    <li className="spread security-line">
      <span>
        <b>{t('security.way.recovery')}</b>
        <br />
        <span className="faint small">{t('security.codesLeft', { count: left })}</span>
      </span>
      <Popconfirm
        title={t('security.codesRenewAsk')}
        okText={t('security.codesRenew')}
        cancelText={t('general.cancel')}
        onConfirm={start}
      >
        <Button loading={renew.isPending}>{t('security.codesRenew')}</Button>
      </Popconfirm>
    </li>
  );
}
