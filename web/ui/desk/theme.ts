import type { ThemeConfig } from 'antd';

/** Tags' letters, dark enough for the palest of the same colour beneath them. The library knows each by two names. */
const LETTERS = { green: '#2b7a0b', orange: '#a34e00', gold: '#8a5a00', cyan: '#00696e' };
const letters = Object.fromEntries(
  Object.entries(LETTERS).flatMap(([name, colour]) => [
    [`${name}7`, colour],
    [`${name}-7`, colour],
  ]),
);

/** The desks' look: ink on paper, red only where it means something. Numbers in theme.css are the same. */
const deskTheme = {
  token: {
    colorPrimary: '#a8201a',
    colorInfo: '#1d5fbf',
    colorLink: '#1d5fbf',
    // Under the pointer darker and not paler, so that it can still be read.
    colorLinkHover: '#174b97',
    colorErrorHover: '#9d1f19',
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
    colorTextPlaceholder: '#656c7a',
    colorTextTertiary: '#5d6472',
  },
  components: {
    Layout: { headerBg: '#ffffff', headerHeight: '3.5rem', headerPadding: '0 20px' },
    // Days of the months beside, which can be chosen as well.
    DatePicker: { colorTextDisabled: '#6b7280' },
    Table: { headerBg: '#f7f7f8', cellPaddingBlockMD: 10 },
  },
} satisfies ThemeConfig;

/** The library knows pixels only; letters, and what holds them, follow the size that somebody reads at. */
export function deskThemeAt(scale: number): ThemeConfig {
  const { token } = deskTheme;
  const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const sizes = { fontSize: token.fontSize * scale, controlHeight: 32 * scale };
  return { ...deskTheme, token: { ...token, ...letters, ...sizes, motion } };
}
