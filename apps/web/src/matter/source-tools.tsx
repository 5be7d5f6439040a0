import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import type { MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

interface Source {
  signatoryId: string;
  name: string;
  contact: string | null;
}

/** For each signatory a link to follow the matter; for the two named officers the way to a protected identity. */
export function SourceTools({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [asking, setAsking] = useState(false);
  const [link, setLink] = useState('');
  const [sources, setSources] = useState<Source[]>([]);
  const make = useWrite({
    run: (signatoryId: string, key) =>
      api.post<{ link: string }>(`/matters/${matter.id}/status-links`, { signatoryId }, { key }),
    touches: [],
  });
  const hasProtected = matter.signatories.some((one) => one.isProtected);
  return (
    <div className="row no-print">
      {acts.includes('matter.status_link')
        ? matter.signatories.map((one) => (
            <Button
              key={one.id}
              size="small"
              onClick={() => make.mutate(one.id, { onSuccess: (made) => setLink(made.link) })}
            >
              {t('matter.statusLinkFor', { name: one.name })}
            </Button>
          ))
        : null}
      {hasProtected && acts.includes('source.read') ? (
        <Button size="small" danger onClick={() => setAsking(true)}>
          {t('matter.readSource')}
        </Button>
      ) : null}
      {asking ? <AskSource matter={matter} onClose={() => setAsking(false)} onDone={setSources} /> : null}
      <LinkShown link={link} close={() => setLink('')} />
      <SourcesShown sources={sources} close={() => setSources([])} />
    </div>
  );
}

function LinkShown({ link, close }: { link: string; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={link !== ''} title={t('matter.statusLink')} footer={null} onCancel={close}>
      <p>{t('matter.statusLinkNote')}</p>
      <Input readOnly aria-label={t('matter.statusLink')} value={link === '' ? '' : `${location.origin}${link}`} />
    </Modal>
  );
}

function SourcesShown({ sources, close }: { sources: Source[]; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={sources.length > 0} title={t('matter.source')} footer={null} onCancel={close}>
      <ul className="plain-list">
        {sources.map((one) => (
          <li key={one.signatoryId}>{`${one.name} ${one.contact ?? ''}`}</li>
        ))}
      </ul>
    </Modal>
  );
}

function AskSource({
  matter,
  onClose,
  onDone,
}: {
  matter: MatterView;
  onClose: () => void;
  onDone: (sources: Source[]) => void;
}) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (input: { reason: string }, key) =>
      api.post<{ sources: Source[] }>(`/matters/${matter.id}/source`, input, { key }),
    touches: [],
    quiet: true,
  });
  const label = t('task.field.reason');
  return (
    <FormDialog
      title={t('matter.readSource')}
      intro={<p>{t('matter.readSourceNote')}</p>}
      write={write}
      grave
      onClose={onClose}
      onDone={(answer) => onDone(answer.sources)}
    >
      <Form.Item
        name="reason"
        label={label}
        rules={[{ required: true, message: t('general.required', { what: label }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
