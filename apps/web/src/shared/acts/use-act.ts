import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useWrite } from '../../api/write';
import { nameOf } from '../../i18n/names';
import { collectionOf, type ActSpec, type ActSubject, type ActValues } from './act-spec';

const everyList = [
  'tasks',
  'assignments',
  'matters',
  'tray',
  'decided',
  'load',
  'task',
  'timeline',
  'matter',
  'notices',
];

/** Does an act to its record with the version that was on the screen. A dialog shows refusals; an instant act says them. */
export function useAct(spec: ActSpec, subject: ActSubject) {
  const { t } = useTranslation();
  const name = nameOf(`words.act.${subject.kind}`, spec.act);
  return useWrite<ActValues, unknown>({
    run: (values, key) =>
      api.post(
        `/${collectionOf[subject.kind]}/${subject.id}/${spec.route}`,
        spec.body?.(values) ?? withoutEmpty(values),
        {
          version: subject.version,
          key,
        },
      ),
    said: () => t('task.acted', { act: name }),
    touches: everyList.map((key) => [key]),
    quiet: spec.instant !== true,
  });
}

/** Fields left empty are not sent at all. */
function withoutEmpty(values: ActValues): ActValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
