import { Button, Form, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealedPlan } from '../api/sealed-types';
import { useRequired } from '../admin/unit-fields';
import { serverNow } from '../shared/clock';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import type { OpenSealed } from './use-sealed';
import { useSealedWrite } from './use-sealed-write';

type Step = 'ask-release' | 'confirm-release';

/** Asking for the release and confirming it: what will happen, who is still needed, and for how long. */
export function SealedRelease({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const [step, choose] = useState<Step | null>(null);
  const { plan } = opened;
  const { actions, asked, least, inspection } = plan;
  const isSealed = inspection.state === 'sealed';
  return (
    <section className="stack" aria-label={t('sealed.releaseHead')}>
      <p>{t('sealed.releaseWhen', { least })}</p>
      {isSealed || inspection.state === 'released' ? null : <p className="soft">{t('sealed.notSealed')}</p>}
      {asked === null ? null : <Asking asked={asked} onOver={() => void opened.again().catch(() => undefined)} />}
      {inspection.state === 'released' ? (
        <p>
          <b>
            {inspection.releasedAt === null ? null : t('sealed.releasedAt', { at: countyTime(inspection.releasedAt) })}
          </b>
        </p>
      ) : (
        <WillHappen plan={plan} />
      )}
      <div className="row">
        {actions.includes('confirm_release') ? (
          <Button type="primary" danger size="large" onClick={() => choose('confirm-release')}>
            {t('sealed.confirmRelease')}
          </Button>
        ) : null}
        {actions.includes('ask_release') ? (
          <Button type={asked === null ? 'primary' : 'default'} size="large" onClick={() => choose('ask-release')}>
            {t(asked === null ? 'sealed.askRelease' : 'sealed.askAgain')}
          </Button>
        ) : null}
      </div>
      {step === null ? null : <ReleaseDialog opened={opened} step={step} onClose={() => choose(null)} />}
    </section>
  );
}

function WillHappen({ plan }: { plan: SealedPlan }) {
  const { t } = useTranslation();
  return (
    <div className="sheet">
      <h2>{t('sealed.willHappen')}</h2>
      <ol>
        {consequences(t, plan).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}

function consequences(t: TFunction, { inspection }: SealedPlan): string[] {
  const { plan } = inspection;
  const people = plan.groups.reduce(
    (sum, { leader, members, invited }) => sum + (leader === null ? 0 : 1) + members.length + invited.length,
    plan.supervisors.length,
  );
  const sites = plan.sites.length + plan.groups.reduce((sum, { units }) => sum + units.length, 0);
  return [
    t('sealed.will.number'),
    t('sealed.will.groups', { groups: plan.groups.length, people }),
    t('sealed.will.sites', { sites }),
    plan.methods.includes('unannounced_visit')
      ? t('sealed.will.quiet')
      : t('sealed.will.told', { objects: plan.objects.length }),
    t('sealed.will.chain'),
    t('sealed.will.forever'),
  ];
}

type Asked = NonNullable<SealedPlan['asked']>;

/** The asking that stands, counted down by the server's clock. */
function Asking({ asked, onOver }: { asked: Asked; onOver: () => void }) {
  const { t } = useTranslation();
  const left = useLeft(asked.until, onOver);
  const missing = [
    ...(asked.missingPeople > 0 ? [t('sealed.missing', { people: asked.missingPeople })] : []),
    ...(asked.missingPrincipal ? [t('sealed.missingPrincipal')] : []),
  ];
  return (
    <div className="card" role="status">
      <span className="sealed-count">{t('sealed.asking', { left })}</span>
      {asked.releasers.map(({ person, asks, at }) => (
        <span key={person.id}>
          {t(asks ? 'sealed.askedBy' : 'sealed.confirmedBy', { name: person.name, at: countyTime(at).slice(11) })}
        </span>
      ))}
      <b>{missing.join(' · ')}</b>
    </div>
  );
}

/** Minutes and seconds to an instant. */
function useLeft(until: string, onOver: () => void): string {
  const [now, tick] = useState(serverNow);
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  useEffect(() => {
    const timer = window.setInterval(() => tick(serverNow()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  useEffect(() => {
    if (seconds === 0) onOver();
    // once, when it is over
    // oxlint-disable-next-line react/exhaustive-deps
  }, [seconds === 0]);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

interface DialogProps {
  opened: OpenSealed;
  step: Step;
  onClose: () => void;
}

interface Said {
  passphrase: string;
  clashReason?: string;
}

function ReleaseDialog({ opened, step, onClose }: DialogProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const meets = opened.plan.inspection.clashes.length > 0;
  const write = useSealedWrite({
    // the passphrase is asked for once more: whoever stands at an open page is not yet the one who opened it
    run: ({ passphrase, clashReason }: Said) => opened.act(step, { passphrase, clashReason }),
    said: ({ inspection }) =>
      inspection.state === 'released'
        ? t('sealed.released')
        : t(step === 'ask-release' ? 'sealed.askedDone' : 'sealed.confirmedDone'),
    quiet: true,
  });
  return (
    <FormDialog<Said, SealedPlan>
      title={t(step === 'ask-release' ? 'sealed.askRelease' : 'sealed.confirmRelease')}
      intro={step === 'ask-release' ? undefined : <p className="dialog-intro">{t('sealed.confirmNote')}</p>}
      write={write}
      grave={step === 'confirm-release'}
      onClose={onClose}
    >
      {meets ? (
        <Form.Item name="clashReason" label={t('sealed.clashReason')} extra={t('sealed.clashReasonNote')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      ) : null}
      <Form.Item name="passphrase" label={t('sealed.passphrase')} rules={required(t('sealed.passphrase'))}>
        <Input.Password maxLength={200} autoComplete="off" data-1p-ignore />
      </Form.Item>
    </FormDialog>
  );
}
