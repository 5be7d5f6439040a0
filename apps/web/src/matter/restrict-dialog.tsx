import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import type { NewMatter } from './new-matter';
import { AccusedFields } from './restriction-fields';

type Restriction = NonNullable<NewMatter['restriction']>;

/** Makes a matter that came in openly an accusation. */
export function RestrictDialog({ matter, onClose }: { matter: MatterView; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (input: Restriction, key) =>
      api.post(`/matters/${matter.id}/restrict`, input, { key, version: matter.version }),
    said: () => t('matter.restrictedDone'),
    touches: [['matter', matter.id], ['matters']],
    quiet: true,
  });
  return (
    <FormDialog title={t('matter.restrict')} write={write} grave onClose={onClose}>
      <AccusedFields />
    </FormDialog>
  );
}
