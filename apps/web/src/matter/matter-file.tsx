import { useTranslation } from 'react-i18next';
import type { MatterView } from '../api/types';
import { countyTime } from '../shared/county-time';
import { comma } from '../i18n/punctuation';

/** Hand-overs with their receipts, call-backs, and the restriction of an accusation. */
export function MatterFile({ matter }: { matter: MatterView }) {
  return (
    <>
      <Restriction matter={matter} />
      <HandOvers matter={matter} />
      <CallBacks matter={matter} />
    </>
  );
}

function Restriction({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const { restriction } = matter;
  if (restriction === null) return null;
  const accused = [
    ...restriction.accusedUnits.map((unit) => unit.shortName),
    ...restriction.accusedPersons.map((one) => one.name),
  ];
  return (
    <section className="sheet restricted">
      <h2>{t('matter.restricted')}</h2>
      <p className="small">{t('matter.restrictedNote')}</p>
      <dl className="facts">
        <dt>{t('matter.accused')}</dt>
        <dd>{accused.join(comma())}</dd>
        <dt>{t('matter.keepers')}</dt>
        <dd>{restriction.keepers.map((one) => one.name).join(comma())}</dd>
      </dl>
    </section>
  );
}

function HandOvers({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  if (matter.handOvers.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('matter.handOvers')}</h2>
      <ul className="plain-list units">
        {matter.handOvers.map((one) => (
          <li key={one.id} className="unit-line">
            <div className="spread">
              <b>{t(one.manner === 'pass_on' ? 'matter.passedOn' : 'matter.handedOver', { to: one.toOrgan })}</b>
              <span>{countyTime(one.handedAt)}</span>
            </div>
            <p className="words">{one.reason}</p>
            <p className="small">
              {one.receiptAt === null
                ? t('matter.receiptAwaited')
                : t('matter.receipt', {
                    name: one.receivedBy ?? '',
                    number: one.receiptNo ?? '',
                    at: countyTime(one.receiptAt),
                  })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CallBacks({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  if (matter.callBacks.length === 0) return null;
  const nameOf = (id: string) => matter.signatories.find((one) => one.id === id)?.name ?? '—';
  return (
    <section className="sheet">
      <h2>{t('matter.callBacks')}</h2>
      <ul className="plain-list units">
        {matter.callBacks.map((one) => (
          <li key={one.id} className="unit-line">
            <div className="spread">
              <b>{nameOf(one.signatoryId)}</b>
              <span>
                {one.reached ? t('matter.reached') : t('matter.notReached')}
                {one.solved === null ? '' : ` · ${one.solved ? t('matter.solved') : t('matter.notSolved')}`}
                {one.feedback === null ? '' : ` · ${t(`words.feedback.${one.feedback}`)}`}
              </span>
            </div>
            {one.words === null ? null : <p className="words">{one.words}</p>}
            <p className="faint small">{`${countyTime(one.contactedAt)} ${one.madeBy.name}`}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
