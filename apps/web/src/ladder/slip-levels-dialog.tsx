import { ColorPicker, Button, Form, Input, InputNumber, Modal, Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import type { SlipLevels } from '../api/types';
import { useWrite } from '../api/write';
import { useReturnFocus } from '../shared/return-focus';
import { useLadderProblems } from './ladder-problems';
import { semicolon } from '../i18n/punctuation';

interface Draft {
  levels: SlipLevels['levels'];
}

/** Names, colours and times of reply of the county’s slips. */
export function SlipLevelsDialog({ kept, onClose }: { kept: SlipLevels; onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const [form] = Form.useForm<Draft>();
  const { problems, saving, save } = useSaving(kept, onClose);
  return (
    <Modal
      open
      width={680}
      title={t('ladder.coloursEdit')}
      okText={t('ladder.save')}
      okButtonProps={{ loading: saving }}
      cancelText={t('general.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {problems.length === 0 ? null : (
        <Alert type="error" showIcon role="alert" title={problems.join(semicolon())} className="dialog-problem" />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ levels: kept.levels }}
        onFinish={save}
        className="law-form"
      >
        <LevelList />
      </Form>
    </Modal>
  );
}

function useSaving(kept: SlipLevels, onClose: () => void) {
  const { t } = useTranslation();
  const [problems, complain] = useState<string[]>([]);
  const words = useLadderProblems();
  const write = useWrite({
    run: ({ levels }: Draft) =>
      api.put<SlipLevels>(
        '/slip-levels',
        { levels: levels.map((one, at) => ({ ...one, level: at + 1 })) },
        kept.version,
      ),
    said: () => t('ladder.coloursSaved'),
    touches: [['ladders']],
    quiet: true,
  });
  const save = (draft: Draft) => {
    complain([]);
    write.mutate(draft, { onSuccess: onClose, onError: (cause) => complain(words(cause)) });
  };
  return { problems, saving: write.isPending, save };
}

function LevelList() {
  const { t } = useTranslation();
  return (
    <Form.List name="levels">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key}>
              <legend>{t('slip.level', { level: name + 1 })}</legend>
              <LevelFields at={name} />
            </fieldset>
          ))}
          <div className="row">
            <Button disabled={fields.length >= 6} onClick={() => add({ colour: '#404040', replyDays: 2 })}>
              {t('ladder.addLevel')}
            </Button>
            <Button disabled={fields.length <= 1} onClick={() => remove(fields.length - 1)}>
              {t('ladder.removeLevel')}
            </Button>
          </div>
        </>
      )}
    </Form.List>
  );
}

function LevelFields({ at }: { at: number }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <div className="pair">
      <Form.Item name={[at, 'nameZh']} label={t('ladder.nameZh')} rules={required(t('ladder.nameZh'))}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name={[at, 'name']} label={t('ladder.nameEn')} rules={required(t('ladder.nameEn'))}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name={[at, 'colour']}
        label={t('ladder.colour')}
        extra={t('ladder.colourHint')}
        getValueFromEvent={(_: unknown, css: string) => css.slice(0, 7).toLowerCase()}
      >
        <ColorPicker disabledAlpha showText format="hex" disabledFormat />
      </Form.Item>
      <Form.Item name={[at, 'replyDays']} label={t('ladder.replyDays')}>
        <InputNumber min={1} max={30} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </div>
  );
}
