import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n';

/** Switches between Chinese and English; written in the language it leads to. */
export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other = i18n.resolvedLanguage === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" size="small" lang={other} onClick={() => void changeLanguage(other)}>
      {t('shell.language')}
    </Button>
  );
}
