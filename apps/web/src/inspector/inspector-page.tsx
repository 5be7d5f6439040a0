import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { InspectorRecord } from '../api/inspector-types';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { DeclareDialog } from './declare-dialog';
import { InspectorMarks } from './inspector-marks';
import { Competences, Declarations } from './record-lists';
import { TrainDialog } from './train-dialog';

/** One person who may be sent out: trainings, acknowledgement, declared recusals. */
export function InspectorPage() {
  const { id } = useParams({ from: '/inside/inspectors/$id' });
  const query = useQuery(lists.inspector(id));
  return <Remote query={query}>{(record) => <Record record={record} />}</Remote>;
}

function Record({ record }: { record: InspectorRecord }) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState<'train' | 'declare' | null>(null);
  const { id, name, unit } = record;
  const own = id === me.person.id;
  return (
    <>
      <PageHead
        title={name}
        sub={unit ?? undefined}
        acts={
          <>
            <Link to="/inspectors">
              <Button>{t('inspector.all')}</Button>
            </Link>
            <Button onClick={() => setOpen('declare')}>{t('inspector.declare')}</Button>
            {own ? null : (
              <Button type="primary" onClick={() => setOpen('train')}>
                {t('inspector.train')}
              </Button>
            )}
          </>
        }
      />
      <InspectorMarks inspector={record} />
      <section className="section" aria-labelledby="competences">
        <h2 id="competences">{t('inspector.trainings')}</h2>
        <Competences record={record} keeps={!own} />
      </section>
      <section className="section" aria-labelledby="declarations">
        <h2 id="declarations">{t('inspector.declarations')}</h2>
        <Declarations record={record} keeps />
      </section>
      {open === 'train' ? <TrainDialog people={[record]} onClose={() => setOpen(null)} /> : null}
      {open === 'declare' ? <DeclareDialog personId={id} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
