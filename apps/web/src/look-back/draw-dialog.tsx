import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { recusalReasons } from '../api/codes';
import { lists } from '../api/lists';
import type { LookBack, SamplePreview } from '../api/types';
import { useWrite } from '../api/write';
import { LoadingBlock, ProblemBlock } from '../shared/blocks';
import { FormDialog } from '../shared/form-dialog';

interface Drawn {
  contribution?: string;
  checkerIds: string[];
  recusals?: { personId: string; unitId: string; reason: string }[];
}

/** The draw: figures called out, who may be drawn as checkers, declared recusals; then the lots, once. */
export function DrawDialog({ round, onClose }: { round: LookBack; onClose: () => void }) {
  const { t } = useTranslation();
  const { from, to, leastPercent, mostPercent } = round;
  const preview = useQuery(lists.samplePreview({ from, to, leastPercent, mostPercent }));
  const write = useWrite({
    run: (said: Drawn, key: string) => api.post(`/look-backs/${round.id}/draw`, said, { key, version: round.version }),
    said: () => t('lookBack.drawn'),
    touches: [['look-backs'], ['look-back-checks']],
    quiet: true,
  });
  const found = preview.data;
  return (
    <FormDialog<Drawn, unknown>
      key={found === undefined ? 'loading' : 'loaded'}
      title={t('lookBack.draw')}
      intro={<p className="dialog-intro">{t('lookBack.drawNote')}</p>}
      initial={{ contribution: '', checkerIds: found?.checkers.map(({ id }) => id), recusals: [] }}
      write={write}
      disabled={found === undefined}
      onClose={onClose}
    >
      {preview.isError ? <ProblemBlock cause={preview.error} /> : null}
      {found === undefined ? <LoadingBlock rows={3} /> : <DrawFields preview={found} />}
    </FormDialog>
  );
}

function DrawFields({ preview: { checkers, units } }: { preview: SamplePreview }) {
  const { t } = useTranslation();
  const required = useRequired();
  const people = checkers.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Form.Item
        name="contribution"
        label={t('draw.contribution') + t('general.optional')}
        extra={t('lookBack.contributionNote')}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="checkerIds" label={t('lookBack.checkers')} rules={required(t('lookBack.checkers'))}>
        <Checkbox.Group options={people} />
      </Form.Item>
      <p className="soft small">{t('lookBack.recusalNote')}</p>
      <Form.List name="recusals">
        {(fields, { add, remove }) => (
          <div className="stack">
            {fields.map(({ key, name }) => (
              <Recusal key={key} name={name} people={people} units={units} onRemove={() => remove(name)} />
            ))}
            <Button onClick={() => add({ reason: 'kin' })}>{t('lookBack.addRecusal')}</Button>
          </div>
        )}
      </Form.List>
    </>
  );
}

interface RecusalProps {
  name: number;
  people: { value: string; label: string }[];
  units: SamplePreview['units'];
  onRemove: () => void;
}

function Recusal({ name, people, units, onRemove }: RecusalProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const reasons = recusalReasons.map((value) => ({ value, label: t(`lookBack.recusal.${value}`) }));
  return (
    <fieldset className="sample-form plain">
      <Form.Item
        name={[name, 'personId']}
        label={t('lookBack.recusedPerson')}
        rules={required(t('lookBack.recusedPerson'))}
      >
        <Select options={people} />
      </Form.Item>
      <Form.Item name={[name, 'unitId']} label={t('lookBack.recusedUnit')} rules={required(t('lookBack.recusedUnit'))}>
        <Select options={units.map(({ unit }) => ({ value: unit.id, label: unit.name }))} />
      </Form.Item>
      <Form.Item name={[name, 'reason']} label={t('lookBack.why')}>
        <Select options={reasons} />
      </Form.Item>
      <Form.Item>
        <Button onClick={onRemove}>{t('general.remove')}</Button>
      </Form.Item>
    </fieldset>
  );
}
