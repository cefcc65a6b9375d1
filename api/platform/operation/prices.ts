/*
 * What a field costs before it is asked: about so many rows that have to be read for it, once for each thing it is asked of. The
 * unit is a row found by its key together with others of its kind (a loader's), some ten microseconds. `npm run siege -- worst`
 * searches for the dearest operation that these prices let through.
 */
export interface Price {
  /** How many things a list holds where it is long. A connection holds what `first` asks for. */
  size?: number;
  /** For the field itself, beside what it holds. Of a deed that names several rows, for each of them. */
  each?: number;
}

/** A statement that reads many rows to answer a few: some fifteen milliseconds in the demo county. */
const AGGREGATE = 1_200;
/** A row changed, with its guards, audit line and event; in a bulk deed also a savepoint. */
const DEED = 40;

/** `filterWord`: each word that a filter's lists hold is compared with the rows that are read. */
export const DEFAULT = { object: 1, list: 50, deed: DEED, filterWord: 25 } as const;

export const PRICES: Readonly<Record<string, Price>> = {
  'Query.identityOpenings': { size: 50 },
  'Query.alerts': { each: 50 },
  'Query.leaders': { size: 50 },
  'Query.portfolios': { size: 50 },
  'Query.terms': { size: 300 },
  'Query.reportStateCounts': { size: 11, each: 50 },
  'Query.trayCounts': { each: AGGREGATE },
  'Query.reportCounts': { each: 3 * AGGREGATE },
  'Query.reportPivot': { each: 2 * AGGREGATE },
  // By letters: the words of 4,000 reports are read, for each of up to three.
  'Query.searchReports': { each: 3 * AGGREGATE },
  'Query.places': { each: 50 },
  'Query.units': { each: 50 },
  'ReportCounts.byTownship': { size: 50 },
  'ReportCounts.byTopic': { size: 100 },
  'ReportPivot.rows': { size: 1_000 },
  'ReportPivot.topics': { size: 100 },
  'Viewer.posts': { size: 5 },
  'County.coverage': { size: 5, each: AGGREGATE },
  'County.figures': { each: AGGREGATE },
  'Unit.activeOfficers': { each: 2 },
  'Unit.isCovered': { each: 2 },
  'Portfolio.topicCodes': { each: 10 },
  'Term.alertedLeaders': { size: 3, each: 5 },

  'Report.timeline': { size: 15 },
  'Report.members': { size: 10 },
  'Report.digestItems': { size: 3 },
  'Report.identityOpenings': { size: 5 },
  'Report.viewerCanRequestIdentity': { each: 5 },
  'IdentityOpening.approvals': { size: 2 },
  'IdentityOpening.timeline': { size: 8 },
  // Compares up to sixty reports with this one.
  'Report.likelyDuplicates': { size: 8, each: 60 },
  'Report.memberCount': { each: 1 },

  'Digest.items': { size: 100 },
  'Digest.itemCount': { each: 2 },
  'Digest.candidates': { each: AGGREGATE },
  'Digest.candidateCounts': { size: 50, each: AGGREGATE },
  'Digest.checks': { size: 50, each: AGGREGATE },
  'Digest.document': { each: AGGREGATE },
  'Digest.files': { size: 4 },
  'Digest.receipts': { size: 30 },
  'Digest.timeline': { size: 30 },
  'Digest.versions': { size: 100 },
  'DigestItem.reports': { size: 10 },
  'DigestItem.reportCount': { each: 2 },
  'DigestItem.instructions': { size: 5 },

  // A password is judged for it.
  'Mutation.signIn': { each: 2_000 },
  'Mutation.sequenceDigestItems': { each: 5 },
  'Mutation.issueDigest': { each: 5_000 },

  '__Schema.types': { size: 130 },
  '__Schema.directives': { size: 5 },
  '__Type.fields': { size: 12 },
  '__Type.inputFields': { size: 3 },
  '__Type.enumValues': { size: 3 },
  '__Type.interfaces': { size: 1 },
  '__Type.possibleTypes': { size: 1 },
  '__Field.args': { size: 2 },
  '__Directive.args': { size: 2 },
};
