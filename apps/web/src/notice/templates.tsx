import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { NoticeTemplate } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { FormDialog } from '../shared/form-dialog';
import { Remote } from '../shared/remote';

const forms = ['sms', 'group', 'letter'] as const;

/** The wordings in force, form by form; every change is a further edition. */
export function Templates() {
  const { t } = useTranslation();
  const query = useQuery(lists.noticeTemplates());
  const [form, choose] = useState<(typeof forms)[number]>('sms');
  return (
    <section className="sheet" aria-label={t('notify.templates')}>
      <div className="spread">
        <h2>{t('notify.templates')}</h2>
        <Segmented
          aria-label={t('notify.templates')}
          value={form}
          onChange={choose}
          options={forms.map((one) => ({ value: one, label: t(`notify.form.${one}`) }))}
        />
      </div>
      <p className="soft">{t('notify.templatesNote')}</p>
      <Remote query={query} rows={6}>
        {(templates) => (
          <ul className="plain-list task-lines">
            {templates
              .filter((one) => one.form === form)
              .map((template) => (
                <TemplateLine key={template.topic} template={template} />
              ))}
          </ul>
        )}
      </Remote>
    </section>
  );
}

function TemplateLine({ template }: { template: NoticeTemplate }) {
  const { t, i18n } = useTranslation();
  const [writing, write] = useState(false);
  const name = nameOf('notify.topic', template.topic);
  return (
    <li className="spread security-line">
      <span>
        <b>{name}</b>{' '}
        <span className="faint small">
          {template.edition === 0 ? t('notify.usual') : t('notify.edition', { n: template.edition })}
        </span>
        <br />
        <span className="words small">{i18n.resolvedLanguage === 'en' ? template.en : template.zh}</span>
      </span>
      {useMe().acts.includes('notice_rule.set') ? (
        <Button aria-label={`${t('notify.write')} ${name}`} onClick={() => write(true)}>
          {t('notify.write')}
        </Button>
      ) : null}
      {writing ? <TemplateDialog template={template} name={name} onClose={() => write(false)} /> : null}
    </li>
  );
}

interface Wording {
  zh: string;
  en: string;
}

function TemplateDialog({ template, name, onClose }: { template: NoticeTemplate; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { topic, form, fields } = template;
  const write = useWrite({
    run: (said: Wording, key) => api.post<void>('/notice-templates', { ...said, topic, form }, { key }),
    said: () => t('notify.written'),
    touches: [['notice-templates']],
    quiet: true,
  });
  const needed = (what: string) => [{ required: true, whitespace: true, message: t('general.required', { what }) }];
  return (
    <FormDialog<Wording, void>
      title={`${t('notify.write')} · ${name}`}
      okText={t('notify.save')}
      intro={
        <p className="dialog-intro">
          {t('notify.fieldsAre', { fields: fields.map((field) => `{${field}}`).join(' ') })}
        </p>
      }
      initial={{ zh: template.zh, en: template.en }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="zh" label={t('notify.zhText')} rules={needed(t('notify.zhText'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="en" label={t('notify.enText')} rules={needed(t('notify.enText'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
      </Form.Item>
      <Preview topic={topic} form={form} />
    </FormDialog>
  );
}

/** The wording as a reader would get it. */
function Preview({ topic, form }: Pick<NoticeTemplate, 'topic' | 'form'>) {
  const { t } = useTranslation();
  const instance = Form.useFormInstance<Wording>();
  const preview = useWrite({
    run: (said: Wording) => api.post<Wording>('/notice-templates/preview', { ...said, topic, form }),
    touches: [],
  });
  return (
    <>
      <Button loading={preview.isPending} onClick={() => preview.mutate(instance.getFieldsValue())}>
        {t('notify.preview')}
      </Button>
      <div role="status">
        {preview.data === undefined ? null : (
          <>
            <p className="words report">{preview.data.zh}</p>
            <p className="words report">{preview.data.en}</p>
          </>
        )}
      </div>
    </>
  );
}
