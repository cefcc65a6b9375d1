import { Alert } from './alerts/alert.entity.ts';
import { Login, Session, SignInFailure } from './auth/login.entity.ts';
import { CalendarDay } from './calendar/calendar.entity.ts';
import { Digest } from './digests/digest.entity.ts';
import {
  DigestFile,
  DigestItem,
  DigestItemReport,
  DigestReceipt,
  DigestVersion,
} from './digests/items/digest-item.entity.ts';
import { Instruction } from './instructions/instruction.entity.ts';
import { Area } from './network/places/area.entity.ts';
import { Place } from './network/places/place.entity.ts';
import { Portfolio, PortfolioTopic } from './network/portfolios/portfolio.entity.ts';
import { Person } from './network/posts/person.entity.ts';
import { Post } from './network/posts/post.entity.ts';
import { Term } from './network/terms/term.entity.ts';
import { County } from './network/units/county.entity.ts';
import { Unit } from './network/units/unit.entity.ts';
import { IdentityApproval, IdentityOpening } from './openings/opening.entity.ts';
import { Audit } from './platform/deeds/audit.entity.ts';
import { Event, EventCounter } from './platform/live/event.entity.ts';
import { TallyDelta, UnitTally, YearTally } from './reports/counts/report-tally.entity.ts';
import { Report } from './reports/report.entity.ts';
import { ReportSearch, SearchFrequency } from './reports/search/report-search.entity.ts';

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
