import { fetchAhead, keepAnswersTo, type Question } from '../../device/kept-answers.ts';
import {
  MyReportsDocument,
  OfficerAheadDocument,
  OneReportDocument,
} from '../../nouns/reports/phone/mine.generated.ts';
import { session$ } from '../../session/session-store.ts';
import type { ViewerFragment } from '../../session/viewer.generated.ts';
import { NearbyPlacesDocument, TopicsDocument, UrgentCallsDocument } from './lists.generated.ts';
import { nearby } from './lists.ts';

keepAnswersTo(
  TopicsDocument,
  NearbyPlacesDocument,
  UrgentCallsDocument,
  OfficerAheadDocument,
  MyReportsDocument,
  OneReportDocument,
);

/** The newest reports in full, all that came back with the reasons, own places and those around them. */
export const aheadOf = ({ post: { area } }: ViewerFragment): Question => [
  OfficerAheadDocument,
  { ...nearby(area), all: null, toMend: ['RETURNED'] },
];

/** Fetches what an officer must be able to read and choose from, and whom an urgent report would call, when the signal has gone. */
export function fetchOfficerAhead() {
  const session = session$.get();
  if (session.status === 'signedIn' && !session.isRemembered)
    void fetchAhead([[UrgentCallsDocument, {}], aheadOf(session.viewer)]);
}
