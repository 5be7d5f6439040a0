import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import { AskExport } from '../../shared/ask-export';

/** Asks for the file of everything, with which the county moves to another instance. */
export function AskRegister() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!useMe().acts.includes('register.export')) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('ledger.registerAsk')}</Button>
      {asking ? (
        <AskExport
          wanted={{ register: 'register' }}
          intro={<p className="act-consequence">{t('ledger.registerAskNote')}</p>}
          unmasked={undefined}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
