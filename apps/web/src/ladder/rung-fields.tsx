import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { topics } from '../notice/topics';
import { type LadderDraft, newLadder, newRung, threeSlips, wholeOf } from './ladder-draft';

const sides = ['before', 'at', 'after'] as const;
const units = ['working_day', 'natural_day', 'working_hour', 'clock'] as const;
const actions = ['remind', 'overdue', 'escalate', 'slip'] as const;
const posts = ['liaison', 'unit_head', 'case_officer', 'bureau_head', 'lead_leader', 'principal'] as const;
const channels = ['sms', 'mail', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const;

/** The rungs of a ladder, one below the other. */
export function RungFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<LadderDraft>();
  const addThree = () => {
    form.setFieldValue('rungs', [...(wholeOf(form, newLadder).rungs ?? []), ...threeSlips]);
  };
  return (
    <Form.List name="rungs">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key}>
              <legend>{t('ladder.nth', { at: name + 1 })}</legend>
              <When at={name} />
              <What at={name} />
              <Button icon={<DeleteOutlined aria-hidden />} onClick={() => remove(name)} size="small">
                {t('ladder.removeRung')}
              </Button>
            </fieldset>
          ))}
          <div className="row" style={{ marginBottom: 4 }}>
            <Button
              icon={<PlusOutlined aria-hidden />}
              disabled={fields.length >= 30}
              onClick={() => add({ ...newRung })}
            >
              {t('ladder.addRung')}
            </Button>
            <Button disabled={fields.length > 27} onClick={addThree}>
              {t('ladder.three')}
            </Button>
          </div>
          <p className="faint small">{t('ladder.threeHint')}</p>
        </>
      )}
    </Form.List>
  );
}

function When({ at }: { at: number }) {
  const { t } = useTranslation();
  const side: unknown = Form.useWatch(['rungs', at, 'side']);
  return (
    <div className="pair">
      <Form.Item name={[at, 'side']} label={t('ladder.when')}>
        <Select options={sides.map((value) => ({ value, label: t(`ladder.side.${value}`) }))} />
      </Form.Item>
      {side === 'at' ? null : (
        <>
          <Form.Item
            name={[at, 'n']}
            label={t('ladder.n')}
            rules={[{ required: true, message: t('general.required', { what: t('ladder.n') }) }]}
          >
            <InputNumber min={1} max={2_000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name={[at, 'unit']} label={t('ladder.unit')}>
            <Select options={units.map((value) => ({ value, label: t(`ladder.unitName.${value}`) }))} />
          </Form.Item>
        </>
      )}
    </div>
  );
}

function What({ at }: { at: number }) {
  const { t, i18n } = useTranslation();
  const action: unknown = Form.useWatch(['rungs', at, 'action']);
  const { data } = useQuery(lists.slipLevels());
  const levels = (data?.levels ?? []).map(({ level, name, nameZh }) => ({
    value: level,
    label: `${level} · ${i18n.resolvedLanguage === 'en' ? name : nameZh}`,
  }));
  const must = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  return (
    <>
      <div className="pair">
        <Form.Item name={[at, 'action']} label={t('ladder.action')}>
          <Select options={actions.map((value) => ({ value, label: t(`ladder.actionName.${value}`) }))} />
        </Form.Item>
        {action === 'slip' ? (
          <Form.Item name={[at, 'level']} label={t('ladder.level')} rules={must(t('ladder.level'))}>
            <Select options={levels} />
          </Form.Item>
        ) : null}
        <Form.Item name={[at, 'template']} label={t('ladder.template')}>
          <Select options={topics.map((value) => ({ value, label: t(`notify.topic.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name={[at, 'audience']} label={t('ladder.audience')} rules={must(t('ladder.audience'))}>
        <Select mode="multiple" options={posts.map((value) => ({ value, label: t(`clock.post.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[at, 'channels']} label={t('ladder.channels')} extra={t('ladder.channelsHint')}>
        <Select
          mode="multiple"
          allowClear
          placeholder={t('ladder.channelsAll')}
          options={channels.map((value) => ({ value, label: t(`ladder.channelName.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}
