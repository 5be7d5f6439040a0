import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import type { SlipView } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { useTabTitle } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { inBrackets } from '../i18n/punctuation';

/** The assignment slip as a document: one A4 sheet for each unit. */
export function SlipPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/tasks/$id/slip' });
  const query = useQuery(records.slip(id));
  useTabTitle(t('task.slipTitle'));
  return (
    <>
      <div className="row no-print slip-bar">
        <Button type="primary" onClick={() => window.print()}>
          {t('task.print')}
        </Button>
      </div>
      <Remote query={query} rows={10}>
        {(slip) =>
          slip.assignments.map((one) => <Sheet key={`${one.duty} ${one.unit}`} slip={slip} assignment={one} />)
        }
      </Remote>
    </>
  );
}

type SlipAssignment = SlipView['assignments'][number];
const time = (at: string | null) => (at === null ? '' : countyTime(at));

function Sheet({ slip, assignment }: { slip: SlipView; assignment: SlipAssignment }) {
  const { t } = useTranslation();
  const sender = `${slip.county}${slip.bureau}`;
  return (
    <article className="slip">
      <header>
        <h1>{t('task.slipHead', { sender })}</h1>
        <p className="spread">
          <span>
            {t('task.slipNumber')}
            {t('general.colon')}
            {slip.number ?? '—'}
          </span>
          <span>{time(slip.dispatchedAt)}</span>
        </p>
      </header>
      <SlipTable slip={slip} assignment={assignment} />
      <p>{t('task.slipReport')}</p>
      <footer>
        {sender}
        {t('task.slipSeal')}
      </footer>
    </article>
  );
}

function SlipTable({ slip, assignment }: { slip: SlipView; assignment: SlipAssignment }) {
  const { t } = useTranslation();
  const instruction = slip.instructions
    .filter((one) => one.disownedAt === null)
    .map((one) => `${one.words}${inBrackets(one.givenBy.name)}`)
    .join('\n');
  return (
    <table>
      <tbody>
        <SlipRow
          label={t('task.slipTo')}
          words={`${assignment.unit}${inBrackets(t(`words.duty.${assignment.duty}`))}`}
        />
        <SlipRow label={t('task.slipSource')} words={nameOf('words.matterKind', slip.source)} />
        <SlipRow label={t('task.matter')} words={slip.title} />
        <SlipRow label={t('task.slipContent')} words={slip.demand} tall />
        <SlipRow label={t('task.slipInstruction')} words={instruction} />
        <SlipRow label={t('task.slipLimit')} words={time(assignment.dueAt)} />
        <SlipRow label={t('task.leadLeader')} words={slip.leadLeader ?? ''} />
        <SlipRow label={t('task.slipOfficer')} words={slip.officer ?? ''} />
        <SlipRow label={t('task.slipSigned')} words={assignment.signedBy ?? ''} />
        <SlipRow label={t('task.slipSignedAt')} words={time(assignment.signedAt)} />
      </tbody>
    </table>
  );
}

function SlipRow({ label, words, tall = false }: { label: string; words: string; tall?: boolean }) {
  return (
    <tr data-tall={tall}>
      <th scope="row">{label}</th>
      <td className="words">{words}</td>
    </tr>
  );
}
