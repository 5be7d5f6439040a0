import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { antdTheme } from '../theme/antd-theme';

/** antd in our colours and the chosen language; `large` sets the leaders' reading size for what is inside. */
export function Themed({ large = false, children }: { large?: boolean; children: ReactNode }) {
  const { i18n } = useTranslation();
  const english = i18n.resolvedLanguage === 'en';
  dayjs.locale(english ? 'en' : 'zh-cn');
  const theme = useMemo(() => antdTheme(large), [large]);
  return (
    <ConfigProvider
      theme={theme}
      locale={english ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      modal={{ mask: { blur: false } }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}
