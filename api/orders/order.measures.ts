import { ISSUED_ORDERS } from '@lxq/schema/orders/order-states.ts';
import type { Measuring } from '../platform/measuring/measure.ts';
import { oneOf } from '../platform/tables/words.ts';
import { use } from '../reports/report.measures.ts';

export const orderMeasuring: Measuring = {
  measures: [
    {
      ...use(
        'guidanceUse',
        ['转单子率', 'Led to an order'],
        `exists (select from guidance_order o join cases c on c.county_code = o.county_code and c.id = o.case_id
          where o.county_code = r.county_code and c.report_id = r.id and ${oneOf('o.state', ISSUED_ORDERS)})`,
      ),
      // Whoever reads all orders and cases: of a few the share would be another.
      readers: ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER'],
    },
  ],
};
