/*
 * Every text that people type and we keep, by its mutation and argument, and what happens where it says something of people. A test walks the
 * contract (api/testing/free-texts.test.ts), so that a text that comes later is meant too; another walks the forms (web/app/personal-data.test.ts).
 *
 * WARNED   the form points at numbers, names and whereabouts while they are typed, and offers to mask them
 * REFUSED  so it does, and the server takes neither numbers nor whereabouts
 * CHECKED  so it does, and an issue of the digest does not go out with a number
 * SEALED   is how a villager is reached, and kept encrypted
 * NAMED    is what a thing, an office or an official is called in public
 * NONE     is no sentence
 */
export type Treatment = 'WARNED' | 'REFUSED' | 'CHECKED' | 'SEALED' | 'NAMED' | 'NONE';

export const FREE_TEXTS = {
  'addMarker.word': 'WARNED',
  'answerInstruction.answer': 'WARNED',
  'archiveReport.reason': 'WARNED',
  'confirmInstruction.verification.found': 'WARNED',
  'draftInstructionResult.result.answer': 'WARNED',
  'draftInstructionResult.result.body': 'WARNED',
  'draftInstructionResult.result.kept': 'WARNED',
  'draftInstructionResult.result.opinion': 'WARNED',
  'handleInstruction.plan': 'WARNED',
  'instruct.draft.text': 'WARNED',
  'issueDigest.earlyReason': 'WARNED',
  'keepContact.address': 'SEALED',
  'keepContact.name': 'SEALED',
  'keepContact.phone': 'SEALED',
  'keepContact.subject': 'NONE',
  'lowerUrgent.reason': 'WARNED',
  'nameStandIn.standIn.reason': 'WARNED',
  'noteOnReport.text': 'WARNED',
  'objectToInstruction.reason': 'WARNED',
  'openContact.reason': 'WARNED',
  'planUrgent.plan.noticeTo': 'WARNED',
  'planUrgent.plan.text': 'WARNED',
  'refuseExtension.reason': 'WARNED',
  'refuseIdentity.reason': 'WARNED',
  'registerInstruction.registration.brief': 'WARNED',
  'replyReport.answer': 'WARNED',
  'requestExtension.reason': 'WARNED',
  'requestIdentity.reason': 'WARNED',
  'resubmitReport.draft.content': 'REFUSED',
  'resubmitReport.draft.outsideAreaReason': 'REFUSED',
  'returnInstruction.reason': 'WARNED',
  'returnReport.reason': 'WARNED',
  'returnReports.reason': 'WARNED',
  'saveCalendarDay.name': 'NAMED',
  'saveCalendarDay.source': 'NAMED',
  'saveCounty.officeName': 'NAMED',
  'saveDigest.mark': 'NAMED',
  'saveDigest.recipients.issue': 'NAMED',
  'saveDigest.recipients.report': 'NAMED',
  'saveDigest.recipients.send': 'NAMED',
  'saveDigest.title': 'WARNED',
  'saveDigestItem.item.body': 'CHECKED',
  'saveDigestItem.item.title': 'CHECKED',
  'savePortfolio.portfolio.name': 'WARNED',
  'saveTerm.term.name': 'WARNED',
  'saveTerm.term.nameEn': 'NAMED',
  'saveTerm.term.tags': 'NAMED',
  'saveView.view.name': 'WARNED',
  'sendBackDigest.comment': 'WARNED',
  'setAsideReports.reason': 'WARNED',
  'signIn.account': 'NONE',
  'signIn.device': 'NONE',
  'signIn.password': 'NONE',
  'submitReport.draft.content': 'REFUSED',
  'submitReport.draft.outsideAreaReason': 'REFUSED',
  'upholdInstruction.reason': 'WARNED',
  'urgeReports.text': 'WARNED',
  'voidDigest.reason': 'WARNED',
} as const satisfies Record<string, Treatment>;
export type FreeText = keyof typeof FREE_TEXTS;
