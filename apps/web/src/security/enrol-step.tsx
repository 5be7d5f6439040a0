import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { factorsQuery } from '../api/session';
import type { Enrolled, Me } from '../api/types';
import { Remote } from '../shared/remote';
import { passkeysWork } from './passkey';
import { PasskeyEnrolment } from './passkey-enrolment';
import { RecoverySheet } from './recovery-sheet';
import { TotpEnrolment } from './totp-enrolment';
import { inBrackets } from '../i18n/punctuation';

interface EnrolStepProps {
  me: Me;
  onDone: (me: Me) => void;
  /** What stands below until the codes are shown: from there only forward. */
  foot: ReactNode;
}

/** The first factor of somebody whose post demands one: choose, enrol, keep the codes, and only then in. */
export function EnrolStep({ me, onDone, foot }: EnrolStepProps) {
  const { t } = useTranslation();
  const [kind, choose] = useState<'passkey' | 'totp' | null>(null);
  const [enrolled, keep] = useState<Enrolled | null>(null);
  const done = (result: Enrolled) => (result.recoveryCodes === null ? onDone(result.me) : keep(result));
  if (enrolled !== null)
    return <RecoverySheet login={me.login} codes={enrolled.recoveryCodes ?? []} onKept={() => onDone(enrolled.me)} />;
  return (
    <div className="stack">
      <h2>{t('security.enrolTitle')}</h2>
      {kind === null ? <Choice onChoose={choose} /> : null}
      {kind === 'passkey' ? <PasskeyEnrolment onEnrolled={done} /> : null}
      {kind === 'totp' ? <TotpEnrolment onEnrolled={done} /> : null}
      {kind === null ? null : (
        <Button type="link" onClick={() => choose(null)}>
          {t('security.chooseOther')}
        </Button>
      )}
      {foot}
    </div>
  );
}

function Choice({ onChoose }: { onChoose: (kind: 'passkey' | 'totp') => void }) {
  const { t } = useTranslation();
  const query = useQuery(factorsQuery);
  return (
    <>
      <p className="soft">{t('security.enrolNote')}</p>
      <Remote query={query} rows={3}>
        {({ passkeysPossible }) => {
          const works = passkeysPossible && passkeysWork();
          return (
            <ul className="plain-list posts">
              <li>
                <button type="button" disabled={!works} onClick={() => onChoose('passkey')}>
                  <b>
                    {t('security.way.passkey')}
                    {inBrackets(t('security.preferred'))}
                  </b>
                  <span>{works ? t('security.passkeyBrief') : t('security.passkeyNotHere')}</span>
                </button>
              </li>
              <li>
                <button type="button" onClick={() => onChoose('totp')}>
                  <b>{t('security.way.totp')}</b>
                  <span>{t('security.totpBrief')}</span>
                </button>
              </li>
            </ul>
          );
        }}
      </Remote>
    </>
  );
}
