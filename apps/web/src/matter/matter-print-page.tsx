import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import { useMe } from '../api/session';
import type { MatterView } from '../api/types';
import { countyTime } from '../shared/county-time';
import { useTabTitle } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { useFieldWords } from './kind-fields';
import { useKind, useLabel } from './kinds';
import { comma, semicolon } from '../i18n/punctuation';

/** The intake sheet of a matter as a document on A4. */
export function MatterPrintPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/matters/$id/print' });
  const query = useQuery(records.matter(id));
  useTabTitle(t('matter.sheetTitle'));
  return (
    <>
      <div className="row no-print slip-bar">
        <Button type="primary" onClick={() => window.print()}>
          {t('task.print')}
        </Button>
      </div>
      <Remote query={query} rows={10}>
        {(matter) => <Sheet matter={matter} />}
      </Remote>
    </>
  );
}

function Sheet({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const { county } = useMe();
  return (
    <article className="slip">
      <header>
        <h1>{`${county.name}${county.bureauName}${t('matter.sheetTitle')}`}</h1>
        <p className="spread">
          <span>{matter.intakeNo}</span>
          <span>{countyTime(matter.receivedAt)}</span>
        </p>
      </header>
      <table>
        <tbody>
          {useSheetRows(matter).map(([label, words]) => (
            <tr key={label} data-tall={label === t('matter.body')}>
              <th scope="row">{label}</th>
              <td className="words">{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

function useSheetRows(matter: MatterView): [string, string][] {
  const { t } = useTranslation();
  const label = useLabel();
  const words = useFieldWords();
  const kind = useKind(matter.kind);
  const own = (kind?.fields ?? []).flatMap((field): [string, string][] => {
    const value = matter.fields[field.name];
    return value === undefined ? [] : [[label(field.label), words(field, value)]];
  });
  const askers = kind?.askers ? label(kind.askers) : t('matter.signatories');
  const rows: [string, string | null | undefined][] = [
    [t('matter.kind'), kind && label(kind.label)],
    [t('matter.foreignId'), matter.foreignId],
    [t('matter.leader'), matter.principal?.name],
    [t('matter.meeting'), matter.meeting],
    [t('matter.title'), matter.title],
    [t('matter.body'), matter.body],
    [t('matter.categories'), matter.categories.join(semicolon())],
    ...own,
    [askers, matter.signatories.map(({ name, contact }) => `${name} ${contact ?? ''}`.trim()).join(comma())],
    [t('matter.proposal'), matter.proposals.map((one) => one.wording).join('\n')],
    [t('matter.registeredNo'), matter.number],
  ];
  return rows.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}
