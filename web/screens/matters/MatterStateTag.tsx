import type { CensureState } from '@lxq/schema/censures/censure-states.ts';
import type { OrderState } from '@lxq/schema/orders/order-states.ts';
import type { ThemeState } from '@lxq/schema/themes/theme-states.ts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

const ORDERS: Record<OrderState, string> = {
  ...{ DRAFT: 'gold', WITHDRAWN: 'default', ISSUED: 'orange', SIGNED_FOR: 'blue', RECTIFYING: 'geekblue' },
  ...{ REPORTED: 'cyan', INSPECTED: 'cyan', RETURNED: 'red', CLOSED: 'green' },
};
const CENSURES: Record<CensureState, string> = {
  ...{ DRAFT: 'gold', WITHDRAWN: 'default', APPROVED: 'blue', ISSUED: 'red', APPEALED: 'purple' },
  ...{ RECTIFYING: 'geekblue', VERIFIED: 'cyan', LIFTED: 'green', REVOKED: 'default' },
};
const THEMES: Record<ThemeState, string> = {
  ...{ OPEN: 'gold', PLANNED: 'geekblue', ANSWERED: 'cyan', CLOSED: 'green', DISSOLVED: 'default' },
};

export function OrderStateTag({ state }: { state: OrderState }) {
  const { t } = useTranslation('words');
  return <Tag color={ORDERS[state]}>{t(`orderState.${state}`)}</Tag>;
}
export function CensureStateTag({ state }: { state: CensureState }) {
  const { t } = useTranslation('words');
  return <Tag color={CENSURES[state]}>{t(`censureState.${state}`)}</Tag>;
}
export function ThemeStateTag({ state }: { state: ThemeState }) {
  const { t } = useTranslation('words');
  return <Tag color={THEMES[state]}>{t(`themeState.${state}`)}</Tag>;
}
