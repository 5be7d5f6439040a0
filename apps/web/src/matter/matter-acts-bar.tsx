import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from '../api/shape';
import type { MatterView, SentReply } from '../api/types';
import { ActButton, MoreActs } from '../shared/acts/act-button';
import type { ActSubject } from '../shared/acts/act-spec';
import { offered } from '../shared/acts/acts';
import { EditMatterDialog } from './edit-matter-dialog';
import { RegisterDialog } from './register-dialog';
import { RestrictDialog } from './restrict-dialog';
import { ReplyLinks } from './reply-links';

const loud = ['propose', 'reply', 'close', 'call_back', 'receipt'];

/** What may be done with a matter now; registering and replying have their own ways. */
export function MatterActs({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [sent, setSent] = useState<SentReply[] | null>(null);
  const subject = subjectOf(matter);
  const specs = offered('matter', matter.actions);
  // a leader's words have a button of their own beside the instructions
  const hasActs = matter.actions.some((act) => act !== 'instructions');
  if (!hasActs && sent === null) return null;
  return (
    <section className="next" aria-label={t('general.actsOf')}>
      <div className="row">
        {matter.actions.includes('register') ? (
          <Button type="primary" onClick={() => setDialog('register')}>
            {t('matter.register')}
          </Button>
        ) : null}
        {specs
          .filter((spec) => loud.includes(spec.act))
          .map((spec) => (
            <ActButton
              key={spec.act}
              spec={spec}
              subject={subject}
              onDone={(answer) => spec.act === 'reply' && setSent(sentOf(answer))}
            />
          ))}
        {matter.actions.includes('triage') ? (
          <Button onClick={() => setDialog('edit')}>{t('matter.edit')}</Button>
        ) : null}
        {matter.actions.includes('restrict') ? <Restrict open={() => setDialog('restrict')} /> : null}
        <MoreActs specs={specs.filter((spec) => !loud.includes(spec.act))} subject={subject} />
      </div>
      <Dialogs matter={matter} dialog={dialog} close={() => setDialog(null)} />
      {sent === null ? null : <ReplyLinks sent={sent} onClose={() => setSent(null)} />}
    </section>
  );
}

function Restrict({ open }: { open: () => void }) {
  const { t } = useTranslation();
  return (
    <Button type="text" onClick={open}>
      {t('matter.restrict')}
    </Button>
  );
}

type Dialog = 'register' | 'edit' | 'restrict' | null;

function Dialogs({ matter, dialog, close }: { matter: MatterView; dialog: Dialog; close: () => void }) {
  if (dialog === 'register') return <RegisterDialog matter={matter} onClose={close} />;
  if (dialog === 'restrict') return <RestrictDialog matter={matter} onClose={close} />;
  return dialog === 'edit' ? <EditMatterDialog matter={matter} onClose={close} /> : null;
}

function subjectOf(matter: MatterView): ActSubject {
  const signatories = matter.signatories.map(({ id, name }) => ({ value: id, label: name }));
  return {
    kind: 'matter',
    id: matter.id,
    version: matter.version,
    title: matter.title,
    choices: { signatories },
    initial: { signatoryIds: signatories.map(({ value }) => value), forPersonId: matter.principal?.id },
  };
}

function sentOf(answer: unknown): SentReply[] {
  return z.list(z.record(answer).replies).map((one) => {
    const facts = z.record(one);
    return {
      matterId: z.text(facts.matterId),
      signatoryId: z.text(facts.signatoryId),
      name: z.text(facts.name),
      intakeNo: z.text(facts.intakeNo),
      title: z.text(facts.title),
      number: z.text(facts.number),
      link: z.text(facts.link),
    };
  });
}
