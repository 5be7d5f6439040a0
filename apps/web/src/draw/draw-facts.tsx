import { useTranslation } from 'react-i18next';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import type { DrawFile } from './record';

const most = 200;

/** What a record of a draw tells: when, from what, by which quotas, in which order. */
export function DrawFacts({ file }: { file: DrawFile }) {
  const { t } = useTranslation();
  const { terms, contribution } = file;
  const facts: [string, string][] = [
    [t('draw.purpose'), terms.purpose],
    [t('draw.committedAt'), timeOf(file.committedAt)],
    [t('draw.drawnAt'), timeOf(file.drawnAt)],
    [t('draw.contribution'), contribution === '' ? t('draw.noContribution') : contribution],
    [t('draw.rows'), String(terms.frame.length)],
    [t('draw.excluded'), String(terms.excluded.length)],
    [t('draw.recusals'), String(terms.recusals.length)],
  ];
  return (
    <section className="stack" aria-label={t('draw.facts')}>
      <h2>{t('draw.facts')}</h2>
      <dl className="draw-list">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Strata file={file} />
      <Digests file={file} />
    </section>
  );
}

function Digests({ file }: { file: DrawFile }) {
  const { t } = useTranslation();
  const hashes: [string, string][] = [
    [t('draw.commitment'), file.commitment],
    [t('draw.seed'), file.seed],
    [t('draw.frameHash'), file.frameHash],
    [t('draw.termsHash'), file.termsHash],
  ];
  return (
    <details>
      <summary>{t('draw.digests')}</summary>
      <dl className="draw-list">
        {hashes.map(([label, value]) => (
          <div key={label}>
            <dt className="soft">{label}</dt>
            <dd>
              <code className="small draw-hash">{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The record says when; a text that is no instant is shown as it stands. */
const timeOf = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : countyTime(at));

/** Strata of a look-back end in the code of a source; the screen has a word for it. */
const nameOfStratum = (stratum: string): string =>
  stratum.replace(/ · ([a-z_]+)$/, (_, kind: string) => ` · ${nameOf('words.matterKind', kind)}`);

function Strata({ file: { terms, drawn, replacements, assigned } }: { file: DrawFile }) {
  const { t } = useTranslation();
  const quotas = new Map(terms.strata.map(({ stratum, quota }) => [stratum, quota]));
  const goes = new Map(assigned.map(({ object, inspectors }) => [object, inspectors]));
  const instead = new Map(replacements.map((one) => [one.out, one.in]));
  return (
    <ul className="plain-list cards">
      {drawn.slice(0, most).map(({ stratum, objects, reserves }) => (
        <li key={stratum} className="card">
          <span className="spread">
            <b>{nameOfStratum(stratum)}</b>
            <span className="soft small">
              {t('draw.ofStratum', {
                drawn: objects.length,
                of: objects.length + reserves.length,
                quota: quotas.get(stratum),
              })}
            </span>
          </span>
          <ol className="draw-order small">
            {objects.slice(0, most).map((id) => (
              <li key={id}>
                <code>{id}</code>
                {goes.has(id) ? ` ← ${goes.get(id)?.join(' ')}` : null}
                {instead.has(id) ? ` · ${t('draw.replacedBy', { by: instead.get(id) ?? t('draw.nobodyLeft') })}` : null}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
