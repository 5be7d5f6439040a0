import { App, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalledPerson } from '../api/inspector-types';
import { countyTime } from '../shared/county-time';
import { useProblemWords } from '../shared/problem-words';
import type { OpenedCalls } from './opened-calls';
import { DeviceLinkDialog, PhoneDialog, RingDialog, usePersonAct } from './person-dialogs';

/** How far somebody is: acknowledged, arrived, telephone, device. */
function factsOf(t: TFunction, person: CalledPerson): string[] {
  const { acknowledgedAt, arrivedAt, rings, phone, deviceEnrolledAt, deviceReturnedAt, withdrawnAt } = person;
  const at = (words: string, instant: string | null | undefined): string[] =>
    instant == null ? [] : [`${words} ${countyTime(instant)}`];
  return [
    ...at(t('callUp.fact.withdrawn'), withdrawnAt),
    ...at(t('callUp.fact.acknowledged'), acknowledgedAt),
    ...rings.map((ring) => `${t('callUp.fact.rung')} ${countyTime(ring.at)}${t('general.colon')}${ring.words}`),
    ...at(t('callUp.fact.arrived'), arrivedAt),
    ...at(t('callUp.fact.handedIn'), phone?.handedIn.at),
    ...at(t('callUp.fact.returned'), phone?.returned?.at),
    ...at(t('callUp.fact.device'), deviceEnrolledAt),
    ...at(t('callUp.fact.deviceBack'), deviceReturnedAt),
  ];
}

/** Whether somebody must still be rung up: whoever stands in the hall needs no word any more. */
export const isSilent = ({ acknowledgedAt, arrivedAt, withdrawnAt }: CalledPerson): boolean =>
  acknowledgedAt === null && arrivedAt === null && withdrawnAt === null;

/** One called person and what may be done now. */
export function CalledLine({ opened, person }: { opened: OpenedCalls; person: CalledPerson }) {
  const { t } = useTranslation();
  const { name, unit, title, telephone, withdrawnAt } = person;
  const silent = isSilent(person);
  return (
    <li className="spread security-line">
      <span>
        <b>{name}</b> <span className="soft small">{[unit, title].filter((one) => one !== null).join(' · ')}</span>
        {silent ? (
          <>
            <br />
            <b className="small">{t('callUp.silent')}</b>{' '}
            {telephone === null ? (
              <span className="soft small">{t('callUp.noTelephone')}</span>
            ) : (
              <a className="underlined" href={`tel:${telephone}`}>
                {telephone}
              </a>
            )}
          </>
        ) : null}
        {factsOf(t, person).map((fact) => (
          <span key={fact} className="block small soft">
            {fact}
          </span>
        ))}
      </span>
      {withdrawnAt === null ? <Acts opened={opened} person={person} /> : null}
    </li>
  );
}

function Acts({ opened, person }: { opened: OpenedCalls; person: CalledPerson }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'ring' | 'phone' | null>(null);
  const { arrivedAt, phone, deviceEnrolledAt } = person;
  const isHeld = phone !== null && phone.returned === null;
  return (
    <span className="call-up-acts">
      {isSilent(person) ? <Button onClick={() => setOpen('ring')}>{t('callUp.ring')}</Button> : null}
      {arrivedAt === null ? <Plain opened={opened} person={person} act="arrive" words={t('callUp.arrive')} /> : null}
      <Button onClick={() => setOpen('phone')}>{t(isHeld ? 'callUp.returnPhone' : 'callUp.handInPhone')}</Button>
      {deviceEnrolledAt === null ? (
        <DeviceButton opened={opened} person={person} />
      ) : (
        <Plain opened={opened} person={person} act="device/return" words={t('callUp.deviceReturn')} />
      )}
      {arrivedAt === null ? (
        <Plain opened={opened} person={person} act="withdraw" words={t('callUp.withdraw')} />
      ) : null}
      {open === 'ring' ? <RingDialog opened={opened} person={person} onClose={() => setOpen(null)} /> : null}
      {open === 'phone' ? <PhoneDialog opened={opened} person={person} onClose={() => setOpen(null)} /> : null}
    </span>
  );
}

interface PlainProps {
  opened: OpenedCalls;
  person: CalledPerson;
  act: 'arrive' | 'withdraw' | 'device/return';
  words: string;
}

/** An act that needs no words. */
function Plain({ opened, person, act, words }: PlainProps) {
  const { message } = App.useApp();
  const inWords = useProblemWords();
  const write = usePersonAct<object>(opened, person.id, act);
  const press = () =>
    write.mutate({}, { onSuccess: opened.onList, onError: (cause) => void message.error(inWords(cause)) });
  return (
    <Button loading={write.isPending} onClick={press}>
      {words}
    </Button>
  );
}

function DeviceButton({ opened, person }: { opened: OpenedCalls; person: CalledPerson }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const inWords = useProblemWords();
  const [token, setToken] = useState<string | null>(null);
  const offer = () =>
    void opened
      .ask<{ token: string }>(`call-ups/${person.id}/device`)
      .then((link) => setToken(link.token))
      .catch((cause: unknown) => message.error(inWords(cause)));
  // the device was enrolled meanwhile, or will be
  const close = (): void => {
    setToken(null);
    opened.again();
  };
  return (
    <>
      <Button
        disabled={!person.hasAccount}
        title={person.hasAccount ? undefined : t('callUp.noAccount')}
        onClick={offer}
      >
        {t('callUp.device')}
      </Button>
      {token === null ? null : <DeviceLinkDialog token={token} person={person} onClose={close} />}
    </>
  );
}
