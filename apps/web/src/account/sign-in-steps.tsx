import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Me } from '../api/types';
import { EnrolStep } from '../security/enrol-step';
import { ProofForm } from '../security/proof-form';
import { LoadingBlock } from '../shared/blocks';
import { useEntering } from './entering';

/** What stands between a right password and being in: nothing, the second factor, or enrolling one. */
export function SignInSteps({ me: first, back }: { me: Me; back?: string | undefined }) {
  const { t } = useTranslation();
  // settled once: enrolling opens the session before the codes were read
  const [stage] = useState(first.stage);
  const enter = useEntering(back);
  const entered = useRef(false);
  useEffect(() => {
    if (first.stage !== 'open' || entered.current) return;
    entered.current = true;
    void enter(first);
  }, [first, enter]);
  if (stage === 'open') return <LoadingBlock rows={2} />;
  return (
    <div className="stack">
      <p className="soft">{t('security.greeting', { name: first.person.name })}</p>
      {stage === 'enrol' ? <EnrolStep me={first} onDone={(me) => void enter(me)} foot={<GiveUp />} /> : null}
      {stage === 'factor' ? (
        <>
          <h2>{t('security.factorTitle')}</h2>
          <ProofForm ways={first.ways} onProven={(me) => void enter(me)} />
          <p className="small faint">{t('security.lostAll')}</p>
          <GiveUp />
        </>
      ) : null}
    </div>
  );
}

/** Somebody else sits down: the half-open session ends. */
function GiveUp() {
  const { t } = useTranslation();
  const leave = useMutation({
    mutationFn: () => api.delete('/session'),
    onSettled: () => window.location.assign('/sign-in'),
  });
  return (
    <Button type="link" className="no-print" loading={leave.isPending} onClick={() => leave.mutate()}>
      {t('security.giveUp')}
    </Button>
  );
}
