import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterKindTable } from '../api/types';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';

const flags = ['byHand', 'byImport', 'secrecyScreen', 'declinable', 'callBack', 'ofPrincipal', 'ofMeeting'] as const;

/** What each kind of matter asks and allows. The law and the trade set it; the county sets numbers and secrecy words. */
export function KindsPage() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['matter-kinds'],
    queryFn: ({ signal }) => api.get<MatterKindTable[]>('/matter-kinds', undefined, signal),
    staleTime: Infinity,
  });
  return (
    <>
      <PageHead title={t('configure.kinds')} sub={t('configure.kindsNote')} />
      <Remote query={query} rows={12}>
        {(kinds) => (
          <ul className="plain-list kind-list">
            {kinds.map((kind) => (
              <Kind key={kind.kind} kind={kind} />
            ))}
          </ul>
        )}
      </Remote>
    </>
  );
}

function Kind({ kind }: { kind: MatterKindTable }) {
  const { t, i18n } = useTranslation();
  const said = (label: { zh: string; en: string }) => (i18n.resolvedLanguage === 'en' ? label.en : label.zh);
  const replyTo = kind.replyTo === 'every_signatory' || kind.replyTo === 'principal' ? kind.replyTo : 'nobody';
  return (
    <li className="sheet">
      <h2>{said(kind.label)}</h2>
      <dl className="facts">
        <dt>{t('configure.askers')}</dt>
        <dd>{kind.askers === null ? t('configure.noAskers') : said(kind.askers)}</dd>
        <dt>{t('configure.replyDuty')}</dt>
        <dd>{t(`configure.replyTo.${replyTo}`)}</dd>
        <dt>{t('configure.may')}</dt>
        <dd>
          {flags
            .filter((flag) => kind[flag])
            .map((flag) => t(`configure.flag.${flag}`))
            .join(t('general.comma'))}
        </dd>
        <dt>{t('configure.ownFields')}</dt>
        <dd>
          {kind.fields.length === 0
            ? t('configure.noFields')
            : kind.fields
                .map((field) => `${said(field.label)}${field.required ? t('configure.must') : ''}`)
                .join(t('general.comma'))}
        </dd>
      </dl>
    </li>
  );
}
