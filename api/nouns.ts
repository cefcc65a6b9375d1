import 'reflect-metadata';
import { accountabilities } from './accountabilities/accountability.parts.ts';
import { alerts } from './alerts/alert.parts.ts';
import { attachments } from './attachments/attachment.parts.ts';
import { auth } from './auth/session.parts.ts';
import { calendar } from './calendar/calendar.parts.ts';
import { cases } from './cases/case.parts.ts';
import { censures } from './censures/censure.parts.ts';
import { contacts } from './contacts/contact.parts.ts';
import { deadlines } from './deadlines/deadline.parts.ts';
import { desks } from './desks/desk.parts.ts';
import { digests } from './digests/digest.parts.ts';
import { duties } from './duties/duty.parts.ts';
import { instructions } from './instructions/instruction.parts.ts';
import { network } from './network/network.parts.ts';
import { notifications } from './notifications/notification.parts.ts';
import { openings } from './openings/opening.parts.ts';
import { orders } from './orders/order.parts.ts';
import { papers } from './papers/paper.parts.ts';
import type { Parts } from './platform/contract/parts.ts';
import { preferences } from './preferences/preference.parts.ts';
import { presentations } from './presentations/presentation.parts.ts';
import { reports } from './reports/report.parts.ts';
import { results } from './results/result.parts.ts';
import { revisits } from './revisits/revisit.parts.ts';
import { searches } from './searches/paper.parts.ts';
import { signing } from './signing/signing.parts.ts';
import { tables } from './tables/table.parts.ts';
import { themes } from './themes/theme.parts.ts';
import { views } from './views/saved-view.parts.ts';

/** The nouns in line, each by the name of its folder: one may use those before it (.dependency-cruiser.cjs reads the line here). */
export const nouns: Parts[] = [
  calendar,
  network,
  auth,
  deadlines,
  desks,
  attachments,
  reports,
  alerts,
  contacts,
  openings,
  digests,
  presentations,
  results,
  revisits,
  instructions,
  cases,
  orders,
  censures,
  accountabilities,
  themes,
  papers,
  duties,
  views,
  preferences,
  signing,
  notifications,
  tables,
  searches,
];
