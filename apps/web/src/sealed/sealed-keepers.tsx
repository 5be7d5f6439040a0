import { Button, Form, Modal, Select } from 'antd';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { reference } from '../api/lists';
import { useMe } from '../api/session';
import type { Invitation } from '../api/sealed-types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { NewPassphrase } from './new-passphrase';
import { CodesShown, ShareShown } from './once-shown';
import type { OpenSealed } from './use-sealed';
import { useSealedWrite } from './use-sealed-write';

type Keeper = OpenSealed['plan']['keepers'][number];
type Dialog = 'invite' | 'passphrase' | null;

/** Who is named, their codes, their shares, one's own passphrase. */
export function SealedKeepers({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const [dialog, open] = useState<Dialog>(null);
  const [leaving, withdraw] = useState<Keeper | null>(null);
  const [codes, show] = useState<Invitation[]>([]);
  const { plan } = opened;
  const { keepers, actions, sharesTaken, shares, least } = plan;
  const nameIn = (id: string): string => keepers.find(({ person }) => person.id === id)?.person.name ?? '';
  return (
    <section className="stack" aria-label={t('sealed.keepers')}>
      <div className="row">
        {actions.includes('invite') ? (
          <Button type="primary" onClick={() => open('invite')}>
            {t('sealed.invite')}
          </Button>
        ) : null}
        <TakeShare opened={opened} />
        <Button onClick={() => open('passphrase')}>{t('sealed.changePassphrase')}</Button>
      </div>
      <p className="soft">{t('sealed.sharesTaken', { taken: sharesTaken, shares, least })}</p>
      <ul className="plain-list cards">
        {keepers.map((keeper) => (
          <KeeperCard key={keeper.person.id} opened={opened} keeper={keeper} onCode={show} onWithdraw={withdraw} />
        ))}
      </ul>
      {dialog === 'invite' ? <InviteDialog opened={opened} onDone={show} onClose={() => open(null)} /> : null}
      {dialog === 'passphrase' ? <PassphraseDialog opened={opened} onClose={() => open(null)} /> : null}
      {leaving === null ? null : (
        <WithdrawDialog opened={opened} keeper={leaving} onDone={show} onClose={() => withdraw(null)} />
      )}
      {codes.length === 0 ? null : (
        <CodesShown
          codes={codes.map(({ personId, code }) => ({ title: t('sealed.codeFor', { name: nameIn(personId) }), code }))}
          onClose={() => show([])}
        />
      )}
    </section>
  );
}

interface CardProps {
  opened: OpenSealed;
  keeper: Keeper;
  onCode: (codes: Invitation[]) => void;
  onWithdraw: (keeper: Keeper) => void;
}

function KeeperCard({ opened, keeper, onCode, onWithdraw }: CardProps) {
  const { t } = useTranslation();
  const { person, capacity, joined, invitedUntil, hasShare } = keeper;
  const isOneself = useMe().person.id === person.id;
  const stands = joined
    ? t('sealed.joined')
    : t('sealed.invited', { until: invitedUntil === null ? '' : countyTime(invitedUntil) });
  return (
    <li className="card">
      <span className="spread">
        <b>
          {person.name} <span className="soft">{nameOf('sealed.capacity', capacity)}</span>
        </b>
        <span className="soft">{stands}</span>
      </span>
      <span className="spread">
        <span className="soft small">
          {[person.unit, t(hasShare ? 'sealed.holdsShare' : 'sealed.noShare')]
            .filter((one) => one !== null)
            .join(' · ')}
        </span>
        {isOneself ? null : <KeeperActs opened={opened} keeper={keeper} onCode={onCode} onWithdraw={onWithdraw} />}
      </span>
    </li>
  );
}

function KeeperActs({ opened, keeper, onCode, onWithdraw }: CardProps) {
  const { t } = useTranslation();
  const { actions } = opened.plan;
  const renew = useSealedWrite({
    run: () => opened.ask<Invitation>('invite', { personId: keeper.person.id }),
  });
  const renews = (): void => renew.mutate(undefined, { onSuccess: (code) => onCode([code]) });
  return (
    <span className="row">
      {actions.includes('invite') ? (
        <Button size="small" loading={renew.isPending} onClick={renews}>
          {t('sealed.renew')}
        </Button>
      ) : null}
      {actions.includes('withdraw') ? (
        <Button size="small" danger onClick={() => onWithdraw(keeper)}>
          {t('sealed.withdraw')}
        </Button>
      ) : null}
    </span>
  );
}

function TakeShare({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const [asking, ask] = useState(false);
  const [share, show] = useState<{ number: number; text: string } | null>(null);
  const take = useSealedWrite({ run: () => opened.ask<{ number: number; text: string }>('share') });
  const { least, actions } = opened.plan;
  const close = (): void => {
    show(null);
    void opened.again();
  };
  const takes = (): void => {
    take.mutate(undefined, { onSuccess: show, onSettled: () => ask(false) });
  };
  return (
    <>
      {actions.includes('take_share') ? <Button onClick={() => ask(true)}>{t('sealed.takeShare')}</Button> : null}
      <Modal
        open={asking}
        title={t('sealed.takeShare')}
        okText={t('sealed.takeShare')}
        cancelText={t('general.cancel')}
        okButtonProps={{ loading: take.isPending }}
        onOk={takes}
        onCancel={() => ask(false)}
      >
        <p>{t('sealed.takeNote', { least })}</p>
      </Modal>
      {share === null ? null : <ShareShown share={share} least={least} onClose={close} />}
    </>
  );
}

interface DialogProps {
  opened: OpenSealed;
  onClose: () => void;
}

function InviteDialog({ opened, onDone, onClose }: DialogProps & { onDone: (codes: Invitation[]) => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const roles =
    opened.plan.inspection.releasedAt === null
      ? (['principal', 'bureau_head', 'bureau_officer'] as const)
      : (['auditor'] as const);
  const found = useQueries({ queries: roles.map((role) => reference.persons(role)) });
  const named = new Set(opened.plan.keepers.map(({ person }) => person.id));
  const people = new Map(
    found.flatMap(({ data }) => data?.items ?? []).map(({ id, name, title }) => [id, title ?? name]),
  );
  const options = [...people].filter(([id]) => !named.has(id)).map(([value, label]) => ({ value, label }));
  const write = useSealedWrite({
    run: async ({ personId }: { personId: string }) => {
      const code = await opened.ask<Invitation>('invite', { personId });
      await opened.again();
      return code;
    },
    quiet: true,
  });
  return (
    <FormDialog<{ personId: string }, Invitation>
      title={t('sealed.invite')}
      intro={<p className="dialog-intro">{t('sealed.inviteNote')}</p>}
      write={write}
      onClose={onClose}
      onDone={(code) => onDone([code])}
    >
      <Form.Item name="personId" label={t('sealed.person')} rules={required(t('sealed.person'))}>
        <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
    </FormDialog>
  );
}

interface WithdrawProps extends DialogProps {
  keeper: Keeper;
  onDone: (codes: Invitation[]) => void;
}

function WithdrawDialog({ opened, keeper, onDone, onClose }: WithdrawProps) {
  const { t } = useTranslation();
  const write = useSealedWrite<object, Invitation[]>({
    run: async () => {
      const { invitations } = await opened.ask<{ invitations: Invitation[] }>('withdraw', {
        personId: keeper.person.id,
      });
      await opened.again();
      return invitations;
    },
    quiet: true,
  });
  return (
    <FormDialog<object, Invitation[]>
      title={t('sealed.withdrawTitle', { name: keeper.person.name })}
      intro={<p className="dialog-intro">{t('sealed.withdrawNote')}</p>}
      write={write}
      grave
      onClose={onClose}
      onDone={onDone}
    >
      {null}
    </FormDialog>
  );
}

function PassphraseDialog({ opened, onClose }: DialogProps) {
  const { t } = useTranslation();
  const write = useSealedWrite({
    run: async ({ newPassphrase }: { newPassphrase: string }) => {
      await opened.ask<void>('passphrase', { newPassphrase });
      opened.choose(newPassphrase);
    },
    said: () => t('sealed.passphraseChanged'),
    quiet: true,
  });
  return (
    <FormDialog<{ newPassphrase: string }, void> title={t('sealed.changePassphrase')} write={write} onClose={onClose}>
      <NewPassphrase name="newPassphrase" label={t('sealed.newPassphrase')} />
    </FormDialog>
  );
}
