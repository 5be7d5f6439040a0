import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onProofNeeded } from '../api/client';
import { sessionQuery, useMe } from '../api/session';
import type { Me } from '../api/types';
import { useReturnFocus } from '../shared/return-focus';
import { ProofForm } from './proof-form';

/** Asks for a proof whenever an act wants a fresh one, and lets that act go on. One in the frame serves every page. */
export function ProofGate() {
  const [isAsked, ask] = useState(false);
  const answer = useRef<((given: boolean) => void) | null>(null);
  useEffect(() => {
    let running: Promise<boolean> | null = null;
    onProofNeeded(() => {
      // acts that are refused at the same moment wait for one proof
      running ??= new Promise<boolean>((resolve) => {
        answer.current = resolve;
        ask(true);
      }).finally(() => {
        running = null;
        ask(false);
      });
      return running;
    });
    return () => onProofNeeded(() => Promise.resolve(false));
  }, []);
  return isAsked ? <ProofDialog onAnswer={(given) => answer.current?.(given)} /> : null;
}

function ProofDialog({ onAnswer }: { onAnswer: (given: boolean) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  useReturnFocus();
  const proven = (renewed: Me) => {
    queries.setQueryData(sessionQuery.queryKey, renewed);
    onAnswer(true);
  };
  return (
    <Modal
      open
      width={420}
      title={t('security.proofTitle')}
      footer={null}
      onCancel={() => onAnswer(false)}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p className="soft">{t('security.proofNote')}</p>
        <ProofForm ways={me.ways} onProven={proven} />
      </div>
    </Modal>
  );
}
