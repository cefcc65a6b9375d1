import type { Parts } from '../platform/contract/parts.ts';
import { Alert } from './alert.entity.ts';
import { AlertResolver, ReportAlertResolver, TermAlertsResolver } from './alert.resolver.ts';

export const alerts: Parts = {
  entities: [Alert],
  resolvers: [AlertResolver, ReportAlertResolver, TermAlertsResolver],
  prices: {
    'Query.alerts': { each: 50 },
    'Term.alertedLeaders': { size: 3, each: 5 },
  },
};
