import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { Remote } from '../shared/remote';
import { DeclareDialog } from './declare-dialog';
import { Competences, Declarations } from './record-lists';
import { SecrecyButton } from './secrecy-button';

/** What I bring along myself if I am sent out: units that I stay away from, secrecy, training. */
export function OwnInspectorSection() {
  const { t } = useTranslation();
  const query = useQuery(lists.ownInspectorRecord());
  const [declaring, declare] = useState(false);
  return (
    <section className="section" id="inspector" aria-labelledby="inspector-title">
      <div className="spread">
        <h2 id="inspector-title">{t('inspector.ownTitle')}</h2>
        <div className="row">
          <SecrecyButton />
          <Button onClick={() => declare(true)}>{t('inspector.declare')}</Button>
        </div>
      </div>
      <p className="soft small">{t('inspector.ownNote')}</p>
      <Remote query={query} rows={2}>
        {(record) => (
          <>
            <Declarations record={record} keeps={false} />
            {record.competences.length === 0 ? null : <Competences record={record} keeps={false} />}
          </>
        )}
      </Remote>
      {declaring ? <DeclareDialog onClose={() => declare(false)} /> : null}
    </section>
  );
}
