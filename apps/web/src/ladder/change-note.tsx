import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LadderChange } from '../api/types';
import { nameOf } from '../i18n/names';

/** Which running time limits a text would change. */
export function ChangeNote({ change }: { change: LadderChange }) {
  const { t } = useTranslation();
  const { open, gaining, losing, examples } = change;
  const none = gaining + losing === 0;
  return (
    <Alert
      type={none ? 'success' : 'info'}
      showIcon
      role="status"
      className="dialog-problem"
      title={none ? t('ladder.change.none', { open }) : t('ladder.change.some', { ...change })}
      description={
        none ? undefined : (
          <ul>
            {examples.map(({ clockId, taskId, number, title, kind, gained, lost }) => (
              <li key={clockId}>
                {taskId === null ? (
                  title
                ) : (
                  <Link to="/tasks/$id" params={{ id: taskId }}>
                    {[number, title].filter(Boolean).join(' ')}
                  </Link>
                )}{' '}
                {nameOf('clock.kind', kind)} · {t('ladder.change.line', { gained, lost })}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
