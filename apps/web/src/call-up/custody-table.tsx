import { useTranslation } from 'react-i18next';
import type { CalledPerson } from '../api/inspector-types';
import { countyTime } from '../shared/county-time';
import { Signature } from './signature-pad';

type HandOver = NonNullable<CalledPerson['phone']>['handedIn'];

/** The custody list of telephones, as it is printed and filed. */
export function CustodyTable({ people }: { people: readonly CalledPerson[] }) {
  const { t } = useTranslation();
  const rows = people.flatMap(({ phone, ...person }) => (phone === null ? [] : [{ ...person, phone }]));
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="custody">
      <h2 id="custody">{t('callUp.custody')}</h2>
      <div className="custody-scroll" role="group" aria-labelledby="custody" tabIndex={0}>
        <table className="custody-table">
          <thead>
            <tr>
              <th scope="col">{t('callUp.owner')}</th>
              <th scope="col">{t('callUp.whichPhone')}</th>
              <th scope="col">{t('callUp.fact.handedIn')}</th>
              <th scope="col">{t('callUp.fact.returned')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, unit, phone }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <br />
                  <span className="soft small">{unit}</span>
                </th>
                <td>{phone.description}</td>
                <td>
                  <Over over={phone.handedIn} name={name} />
                </td>
                <td>{phone.returned === null ? null : <Over over={phone.returned} name={name} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Over({ over, name }: { over: HandOver; name: string }) {
  const { t } = useTranslation();
  return (
    <>
      {countyTime(over.at)}
      <br />
      <span className="soft small">{t('callUp.by', { name: over.by })}</span>
      <br />
      <Signature path={over.signature} name={name} />
    </>
  );
}
