import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerView } from '../../api/types';
import { FormDialog } from '../form-dialog';
import { settingsBody } from './ledger-settings';
import type { ListKind, OpenList } from './open-list';
import { type NewView, useRenameView, useSaveView } from './view-writes';

interface SaveDialogProps {
  list: OpenList;
  onClose: () => void;
  onSaved: (view: LedgerView) => void;
}

/** Asks how the view is called and whether the unit may use it. */
export function SaveDialog({ list: { kind, search }, onClose, onSaved }: SaveDialogProps) {
  const { t } = useTranslation();
  const write = useSaveView(kind, settingsBody(kind, search));
  return (
    <FormDialog<NewView, LedgerView> title={t('ledger.saveView')} write={write} onClose={onClose} onDone={onSaved}>
      <NameField />
      <Form.Item name="shared" valuePropName="checked">
        <Checkbox>{t('ledger.viewShared')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

interface RenameProps {
  kind: ListKind;
  view: LedgerView;
  onClose: () => void;
}

/** Asks for another name. */
export function RenameDialog({ kind, view, onClose }: RenameProps) {
  const { t } = useTranslation();
  const write = useRenameView(kind, view);
  return (
    <FormDialog<NewView, LedgerView>
      title={t('ledger.renameView')}
      write={write}
      initial={{ name: view.name }}
      onClose={onClose}
    >
      <NameField />
    </FormDialog>
  );
}

function NameField() {
  const { t } = useTranslation();
  const what = t('ledger.viewName');
  return (
    <Form.Item
      name="name"
      label={what}
      rules={[{ required: true, whitespace: true, message: t('general.required', { what }) }]}
    >
      <Input maxLength={60} autoFocus />
    </Form.Item>
  );
}
