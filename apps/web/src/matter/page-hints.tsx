import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterView, SimilarMatter } from '../api/types';
import { useWrite } from '../api/write';
import { Hints, useHints } from './hints';

/** What resembles a matter that waits to be sorted; a likely duplicate can be merged from here. */
export function PageHints({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { id: matterId, title, body, kind, category, foreignId } = matter;
  const hints = useHints({
    ...{ matterId, title, body, kind, category: category ?? undefined, foreignId: foreignId ?? undefined },
    askers: matter.signatories.map((one) => one.name),
  });
  const write = useWrite({
    run: (into: SimilarMatter, key) =>
      api.post(`/matters/${matterId}/merge`, { intoId: into.id }, { key, version: matter.version }),
    said: () => t('matter.saved'),
    touches: [['matter', matterId], ['matters']],
  });
  const ask = (into: SimilarMatter) =>
    void modal.confirm({
      title: t('matter.mergeAsk', { title: into.title, number: into.intakeNo }),
      content: t('task.consequence.matter.merge'),
      okText: t('words.act.matter.merge'),
      cancelText: t('general.cancel'),
      onOk: () => write.mutate(into),
    });
  return <Hints hints={hints} mergeInto={matter.actions.includes('merge') ? ask : undefined} />;
}
