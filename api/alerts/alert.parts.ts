import type { Parts } from '../platform/contract/parts.ts';
import { Alert } from './alert.entity.ts';
import { AlertResolver, ReportAlertResolver, TermAlertsResolver } from './alert.resolver.ts';
import { Secretary } from './secretaries/secretary.entity.ts';
import { SecretaryResolver } from './secretaries/secretary.resolver.ts';

export const alerts: Parts = {
  entities: [Alert, Secretary],
  resolvers: [AlertResolver, ReportAlertResolver, TermAlertsResolver, SecretaryResolver],
  prices: {
    'Query.alerts': { each: 50 },
    'Query.alertsAsSecretary': { each: 50 },
    'Query.secretaries': { size: 5 },
    'Query.secretaryCandidates': { size: 20 },
    'Term.alertedLeaders': { size: 3, each: 5 },
  },
};
