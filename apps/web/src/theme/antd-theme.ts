import type { ThemeConfig } from 'antd';
import { colours as c, faces, sizes } from './tokens';

/** antd's tokens set from ours. `large` is the leaders' reading size. */
export function antdTheme(large = false): ThemeConfig {
  return {
    token: {
      colorPrimary: c.pen,
      colorInfo: c.pen,
      colorLink: c.pen,
      colorLinkHover: c.cinnabar,
      colorError: c.cinnabar,
      colorSuccess: c.pine,
      colorWarning: c.ochre,
      colorErrorBg: c.cinnabarSoft,
      colorSuccessBg: c.pineSoft,
      colorWarningBg: c.ochreSoft,
      colorInfoBg: c.penSoft,
      colorText: c.ink,
      colorTextSecondary: c.inkSoft,
      colorTextTertiary: c.inkFaint,
      colorTextDescription: c.inkFaint,
      colorTextPlaceholder: '#6f695f',
      colorTextQuaternary: '#6f695f',
      colorBgBase: c.sheet,
      colorBgLayout: c.paper,
      colorBorder: '#b3aa9a',
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      fontFamily: faces.text,
      fontSize: large ? sizes.leader : sizes.officer,
      borderRadius: 3,
      controlHeight: large ? 48 : 34,
      boxShadow: '0 6px 24px rgba(40,34,20,.14)',
      boxShadowSecondary: '0 6px 24px rgba(40,34,20,.14)',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      wireframe: false,
    },
    components: componentTokens,
  };
}

const componentTokens: ThemeConfig['components'] = {
  Button: {
    fontWeight: 500,
    primaryShadow: 'none',
    defaultShadow: 'none',
    dangerShadow: 'none',
    colorTextDisabled: c.inkFaint,
  },
  Table: {
    headerBg: c.sunk,
    headerColor: c.inkSoft,
    rowHoverBg: '#faf6ec',
    cellPaddingBlockSM: 7,
    cellPaddingInlineSM: 10,
  },
  Tabs: { itemColor: c.inkSoft, inkBarColor: c.cinnabar, itemSelectedColor: c.ink, itemHoverColor: c.cinnabar },
  Modal: { titleFontSize: 18 },
  Tag: { defaultBg: c.sunk, defaultColor: c.inkSoft },
  Form: { labelColor: c.inkSoft, itemMarginBottom: 18 },
  Steps: { colorPrimary: c.pen },
  Alert: { defaultPadding: '10px 14px' },
};
