import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealedPlan } from '../api/sealed-types';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import type { OpenSealed } from './use-sealed';
import { useSealedWrite } from './use-sealed-write';

/** The draw of villages: committed and drawn like an open one, its seed sealed until the release. */
export function SealedDraw({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const [drawing, draw] = useState(false);
  const { actions, inspection } = opened.plan;
  const [made] = inspection.draws;
  const isOpen = actions.includes('draw') && made?.drawnAt == null;
  if (made === undefined && !isOpen) return null;
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
      {made === undefined ? null : (
        <div className="card">
          <span className="spread">
            <b>{t('inspection.drawOf.villages')}</b>
            <span className="soft">
              {made.drawnAt === null ? t('inspection.committed') : t('inspection.drawnCount', { count: made.drawn })}
            </span>
          </span>
          <code className="small sealed-hash">{made.commitment}</code>
          {made.drawnAt === null ? null : <span className="soft small">{countyTime(made.drawnAt)}</span>}
        </div>
      )}
      {drawing ? <DrawDialog opened={opened} isCommitted={made !== undefined} onClose={() => draw(false)} /> : null}
    </section>
  );
}

interface DialogProps {
  opened: OpenSealed;
  isCommitted: boolean;
  onClose: () => void;
}

function DrawDialog({ opened, isCommitted, onClose }: DialogProps) {
  const { t } = useTranslation();
  const write = useSealedWrite({
    run: async ({ contribution = '' }: { contribution?: string }) => {
      const committed = isCommitted ? opened.plan : await opened.act('commit-draw');
      return opened.act('draw', { contribution: contribution.trim() }, committed.version);
    },
    said: () => t('inspection.drawDone'),
    quiet: true,
  });
  return (
    <FormDialog<{ contribution?: string }, SealedPlan>
      title={t('inspection.drawVillages')}
      intro={<p className="dialog-intro">{t('inspection.contributionNote')}</p>}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="contribution" label={t('inspection.contribution')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
