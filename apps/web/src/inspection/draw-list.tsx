import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Inspection } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { saveText } from '../shared/save-text';

/** Draws of an inspection with their records, and the draw of villages that waits. */
export function DrawList({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const [drawing, draw] = useState(false);
  const { draws, plan, actions } = inspection;
  const isOpen =
    plan.villagesPerUnit !== null &&
    actions.includes('draw') &&
    !draws.some(({ kind, drawnAt }) => kind === 'villages' && drawnAt !== null);
  if (draws.length === 0 && !isOpen) return null;
  return (
    <section className="stack inspection-part" aria-label={t('inspection.part.draws')}>
      <h2>{t('inspection.part.draws')}</h2>
      {isOpen ? (
        <p>
          <Button type="primary" onClick={() => draw(true)}>
            {t('inspection.drawVillages')}
          </Button>
        </p>
      ) : null}
      <ul className="plain-list cards">
        {draws.map((one) => (
          <Draw key={one.id} inspectionId={inspection.id} draw={one} />
        ))}
      </ul>
      {drawing ? (
        <DrawDialog
          inspectionId={inspection.id}
          waiting={draws.find(({ kind, drawnAt }) => kind === 'villages' && drawnAt === null)?.id}
          onClose={() => draw(false)}
        />
      ) : null}
    </section>
  );
}

function Draw({ inspectionId, draw }: { inspectionId: string; draw: Inspection['draws'][number] }) {
  const { t } = useTranslation();
  const { id, kind, siteName, commitment, drawnAt, drawn } = draw;
  const save = useWrite({
    run: () => api.get<object>(`/inspections/${inspectionId}/draws/${id}/record`),
    touches: [],
  });
  const keep = () =>
    save.mutate(undefined, { onSuccess: (record) => saveText(`draw-${id}.json`, JSON.stringify(record, null, 1)) });
  return (
    <li className="card">
      <span className="spread">
        <b>{[siteName, t(`inspection.drawOf.${kind}`)].filter((one) => one !== null).join(' · ')}</b>
        <span className="soft">
          {drawnAt === null ? t('inspection.committed') : t('inspection.drawnCount', { count: drawn })}
        </span>
      </span>
      <code className="small hash">{commitment}</code>
      {drawnAt === null ? null : (
        <span className="row">
          <span className="soft small">{countyTime(drawnAt)}</span>
          <Button size="small" loading={save.isPending} onClick={keep}>
            {t('inspection.record')}
          </Button>
          <Link className="underlined" to="/verify-draw">
            {t('inspection.verify')}
          </Link>
        </span>
      )}
    </li>
  );
}

interface DrawDialogProps {
  inspectionId: string;
  /** The village whose households are drawn. */
  siteId?: string;
  /** A draw that is committed already. */
  waiting?: string;
  onClose: () => void;
}

/** Commits to a seed, then draws with what people present called out. */
export function DrawDialog({ inspectionId, siteId, waiting, onClose }: DrawDialogProps) {
  const { t } = useTranslation();
  const [committed, keep] = useState(waiting);
  const path = `/inspections/${inspectionId}/draws`;
  const write = useWrite({
    run: async ({ contribution = '' }: { contribution?: string }) => {
      const id = committed ?? (await api.post<{ id: string }>(path, { siteId })).id;
      keep(id);
      return api.post<Inspection>(`${path}/${id}/draw`, { contribution: contribution.trim() });
    },
    said: () => t('inspection.drawDone'),
    touches: [['inspections'], ['visits']],
    quiet: true,
  });
  return (
    <FormDialog<{ contribution?: string }, Inspection>
      title={t(siteId === undefined ? 'inspection.drawVillages' : 'inspection.drawHouseholds')}
      intro={<p className="dialog-intro">{t('inspection.contributionNote')}</p>}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="contribution" label={t('inspection.contribution')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
