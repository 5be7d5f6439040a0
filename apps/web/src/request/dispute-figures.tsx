import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { percentOf } from './percent-of';

/** Transfers, days in dispute, wrong dispatch and returns, each as so many of so many. */
export function DisputeFigures() {
  const { t } = useTranslation();
  const { data } = useQuery(lists.disputeMeasures());
  if (data === undefined) return null;
  const { tasks, transfers, most, settled, days, open, assigners, units } = data;
  const wrong = assigners.map(({ person, n, of }) => ({ key: person.id, name: person.name, n, of, note: '' }));
  const returned = units.map(({ unit, n, of, upheld }) => ({
    ...{ key: unit.id, name: unit.shortName, n, of },
    note: t('request.upheld', { count: upheld }),
  }));
  return (
    <section className="sheet" aria-labelledby="dispute-figures">
      <h2 id="dispute-figures">{t('request.figures')}</h2>
      <p className="soft small">{t('request.figuresNote')}</p>
      <p className="row">
        <span>
          {t('request.transferred')} <b>{t('request.nOf', tasks)}</b>
        </span>
        <span>{t('request.transfers', { count: transfers, most })}</span>
        <span>{t('request.settledDays', { count: settled, days })}</span>
        <span>{t('request.openDisputes', { count: open })}</span>
      </p>
      <div className="both-words">
        <Shares title={t('request.wrong')} lines={wrong} />
        <Shares title={t('request.returns')} lines={returned} />
      </div>
    </section>
  );
}

interface Line {
  key: string;
  name: string;
  n: number;
  of: number;
  note: string;
}

function Shares({ title, lines }: { title: string; lines: readonly Line[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="plain-list">
        {lines.map(({ key, name, n, of, note }) => (
          <li key={key} className="spread">
            <span>{name}</span>
            <span>
              <b>{t('request.nOf', { n, of })}</b> {percentOf(n, of)} <span className="faint small">{note}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
