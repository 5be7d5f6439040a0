import { Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MergedMany } from '../api/bulk-types';
import type { MatterRow } from '../api/types';
import { useWrite } from '../api/write';
import { BulkPreview } from '../shared/bulk-preview';
import { FormDialog } from '../shared/form-dialog';

interface MergeManyProps {
  /** The chosen ones that are on the screen. */
  chosen: MatterRow[];
  onDone: (done: MergedMany) => void;
}
interface Asked {
  intoId: string;
}
const mostAtOnce = 50;

/** 并案办理 of the chosen matters: first which one goes on, then what will happen, then the act. */
export function MergeMany({ chosen, onDone }: MergeManyProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<{ intoId: string; seen: MergedMany }>();
  const { rehearse, merge } = useMerging(chosen);
  const title = t('matter.mergeMany');
  const tooMany = chosen.length > mostAtOnce;
  return (
    <>
      <Button disabled={chosen.length < 2 || tooMany} onClick={() => setOpen(true)}>
        {title}
      </Button>
      {tooMany ? <span className="faint small">{t('matter.mergeMost', { count: mostAtOnce })}</span> : null}
      {open ? <ChooseMain chosen={chosen} write={rehearse} onClose={() => setOpen(false)} onDone={setAsked} /> : null}
      {asked === undefined ? null : (
        <BulkPreview
          title={title}
          note={t('matter.mergeAnswered', { count: asked.seen.signatories })}
          rehearsal={{ will: asked.seen.merged, wont: asked.seen.skipped }}
          titleOf={(id) => chosen.find((row) => row.id === id)?.title}
          pending={merge.isPending}
          onConfirm={() =>
            merge.mutate(asked, {
              onSuccess: (done) => {
                setAsked(undefined);
                onDone(done);
              },
            })
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface ChooseProps {
  chosen: MatterRow[];
  write: ReturnType<typeof useMerging>['rehearse'];
  onClose: () => void;
  onDone: (asked: { intoId: string; seen: MergedMany }) => void;
}

function ChooseMain({ chosen, write, onClose, onDone }: ChooseProps) {
  const { t } = useTranslation();
  return (
    <FormDialog<Asked, { intoId: string; seen: MergedMany }>
      title={t('matter.mergeMany')}
      okText={t('matter.mergeLook')}
      intro={<p className="act-consequence">{t('matter.mergeManyNote')}</p>}
      initial={{ intoId: (chosen.find(({ state }) => state === 'registered') ?? chosen.at(-1))?.id ?? '' }}
      write={write}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="intoId" label={t('matter.mergeMain')}>
        <Radio.Group
          className="choices"
          options={chosen.map(({ id, intakeNo, title }) => ({ value: id, label: `${intakeNo}　${title}` }))}
        />
      </Form.Item>
    </FormDialog>
  );
}

function useMerging(chosen: MatterRow[]) {
  const matterIds = chosen.map(({ id }) => id);
  const rehearse = useWrite({
    run: async ({ intoId }: Asked, key) => ({
      intoId,
      seen: await api.post<MergedMany>('/matters/merge', { matterIds, intoId, dryRun: true }, { key }),
    }),
    touches: [],
    quiet: true,
  });
  const merge = useWrite({
    run: ({ intoId }: Asked, key) => api.post<MergedMany>('/matters/merge', { matterIds, intoId }, { key }),
    touches: [['matters'], ['matter']],
  });
  return { rehearse, merge };
}
