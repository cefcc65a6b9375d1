import type { ThemeConfig } from 'antd';

/** The desks' look: ink on paper, red only where it means something. Numbers in theme.css are the same. */
export const deskTheme: ThemeConfig = {
  token: {
    colorPrimary: '#a8201a',
    colorInfo: '#1d5fbf',
    colorLink: '#1d5fbf',
    colorSuccess: '#1c7a3d',
    colorWarning: '#9a5b00',
    colorWarningBg: '#fff6e5',
    colorWarningBorder: '#e8c98c',
    colorError: '#c0261f',
    colorTextBase: '#1d2129',
    colorBgLayout: '#f5f5f4',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', sans-serif",
    colorTextDescription: '#5d6472',
    colorTextPlaceholder: '#6b7280',
  },
  components: {
    Layout: { headerBg: '#ffffff', headerHeight: 56, headerPadding: '0 20px' },
    Table: { headerBg: '#f7f7f8', cellPaddingBlockMD: 10 },
    Menu: { horizontalItemSelectedColor: '#a8201a' },
  },
};
