import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useField } from './use-field';

/** Signing out removes everything of this person from the device: asked first where something was not sent. */
export function useSignOutGuard(signOut: () => void): () => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const { items } = useField();
  return () => {
    if (items.length === 0) return signOut();
    modal.confirm({
      title: t('field.leaveTitle', { count: items.length }),
      content: t('field.leaveNote'),
      okText: t('field.leaveAnyway'),
      okButtonProps: { danger: true },
      cancelText: t('field.leaveLook'),
      onOk: signOut,
      onCancel: () => void navigate({ to: '/unsent' }),
    });
  };
}
