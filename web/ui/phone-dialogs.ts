import './antd-mobile-root.ts';

/** With their springs and gestures heavier than a whole form, and wanted only after a tap: first screens import this when it comes. */
export { Dialog, Popup, Toast } from 'antd-mobile';
