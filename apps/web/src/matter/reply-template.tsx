import { Button, Form, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

const places = ['name', 'title', 'intakeNo', 'answer', 'county'] as const;
const mostLetters = 5000;

/** The text of a reply to many: empty for the standard words; buttons put in what differs from letter to letter. */
export function ReplyTemplate() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<{ template?: string }>();
  const area = useRef<TextAreaRef>(null);
  const put = (place: string) => {
    const text = area.current?.resizableTextArea?.textArea;
    if (!text) return;
    const { value, selectionStart, selectionEnd } = text;
    form.setFieldValue('template', `${value.slice(0, selectionStart)}${place}${value.slice(selectionEnd)}`);
    const behind = selectionStart + place.length;
    text.focus();
    // the new text stands in the field only after the next paint
    requestAnimationFrame(() => text.setSelectionRange(behind, behind));
  };
  return (
    <>
      <Form.Item name="template" label={t('matter.replyText')} extra={t('matter.replyTextNote')}>
        <Input.TextArea ref={area} autoSize={{ minRows: 4, maxRows: 12 }} maxLength={mostLetters} />
      </Form.Item>
      <div className="row" role="group" aria-label={t('matter.replyPut')}>
        <span className="soft">{t('matter.replyPut')}</span>
        {places.map((place) => (
          <Button key={place} size="small" onClick={() => put(`{${t(`matter.replyToken.${place}`)}}`)}>
            {t(`matter.replyPlace.${place}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
