import { useTranslation } from 'react-i18next';
import type { OrderRowFragment } from '../../../nouns/orders/order.generated.ts';
import { MatterDue } from '../MatterDue.tsx';
import { MatterRows } from '../MatterRows.tsx';
import { OrderStateTag } from '../MatterStateTag.tsx';
import type { Rows } from '../MatterTable.tsx';

/** Orders, each with what it is called and who gives it. */
export function OrderTable(props: Rows<OrderRowFragment>) {
  const { t } = useTranslation(['orders', 'words']);
  return (
    <MatterRows
      {...props}
      base="/matters/orders"
      name={t('name')}
      about={({ kind, issuer }) => (
        <>
          <strong>{t(`words:orderKind.${kind}`)}</strong> {issuer.name}
        </>
      )}
      words={({ title }) => title}
      state={({ state }) => <OrderStateTag state={state} />}
      unit={{ name: t('fact.unit'), of: ({ unit }) => unit.name }}
      due={(row) => <MatterDue of={row} />}
    />
  );
}
