import { Alert } from './alerts/alert.entity.ts';
import { Audit } from './audit/audit.entity.ts';
import { Login, Session, SignInFailure } from './auth/login.entity.ts';
import { CalendarDay } from './calendar/calendar.entity.ts';
import { Digest } from './digests/digest.entity.ts';
import {
  DigestFile,
  DigestItem,
  DigestItemReport,
  DigestReceipt,
  DigestVersion,
} from './digests/digest-item.entity.ts';
import { Instruction } from './instructions/instruction.entity.ts';
import { Event, EventCounter } from './live/event.entity.ts';
import { Area } from './network/area.entity.ts';
import { County } from './network/county.entity.ts';
import { Person } from './network/person.entity.ts';
import { Place } from './network/place.entity.ts';
import { Portfolio, PortfolioTopic } from './network/portfolio.entity.ts';
import { Post } from './network/post.entity.ts';
import { Term } from './network/term.entity.ts';
import { Unit } from './network/unit.entity.ts';
import { IdentityApproval, IdentityOpening } from './openings/opening.entity.ts';
import { Report } from './reports/report.entity.ts';
import { ReportSearch, SearchFrequency } from './reports/report-search.entity.ts';
import { TallyDelta, UnitTally, YearTally } from './reports/report-tally.entity.ts';

/** Every table of the platform: what migrations are compared with. */
export const entities = [
  County,
  Place,
  Unit,
  Person,
  Post,
  Area,
  Portfolio,
  PortfolioTopic,
  Term,
  Login,
  Session,
  SignInFailure,
  CalendarDay,
  Report,
  ReportSearch,
  SearchFrequency,
  UnitTally,
  YearTally,
  TallyDelta,
  Alert,
  Audit,
  Event,
  EventCounter,
  Digest,
  DigestItem,
  DigestItemReport,
  DigestVersion,
  DigestReceipt,
  DigestFile,
  Instruction,
  IdentityOpening,
  IdentityApproval,
];
