/** Limits that the server enforces on every path and the client shows before they hurt. Characters of a text are the visible ones (characters.ts). */
export const LIMITS = {
  page: { default: 20, max: 200 },
  /** Days and instants that anything may be asked or told about. */
  days: { first: '1900-01-01', last: '2199-12-31' },
  report: { content: { min: 20, max: 5_000 }, reason: { min: 2, max: 500 }, households: 100_000, people: 500_000 },
  /** Reports one bulk deed may name. */
  bulk: 200,
  search: { min: 2, max: 60 },
  /**
   * A table: how many measures, dimensions and cells, totals among them. What it costs is reckoned before it is asked: for each `statement`, which reads the things of one
   * subject or a `tally` of them, and for each `grouping` beside.
   */
  table: { measures: 8, rows: 2, columns: 1, cells: 5_000, statement: 1_000, tally: 100, grouping: 100, cost: 16_000 },
  digest: {
    title: { min: 2, max: 60 },
    item: { title: { min: 2, max: 80 }, text: 20_000, pictures: 2 },
    items: 1_000,
    copies: 9_999,
    recipients: { perKind: 100, name: 60 },
  },
  /** `brief` is what the units read of the matter; `coUnits` how many may act beside the main one. */
  instruction: { text: { min: 2, max: 1_000 }, dueDays: 366, brief: { min: 10, max: 5_000 }, coUnits: 10 },
  /** A result report: what was found and done, what may be told, and the villager's opinion with who keeps or witnesses it. */
  result: {
    body: { min: 10, max: 5_000 },
    answer: { min: 5, max: 1_000 },
    opinion: { min: 2, max: 500 },
    kept: { min: 2, max: 60 },
    /** Of a written opinion (处理意见书, Art. 32). */
    request: { min: 2, max: 1_000 },
    basis: { min: 2, max: 1_000 },
    remedy: { min: 2, max: 500 },
    /** A signature drawn on the screen, as the path of its strokes. */
    drawing: { min: 20, max: 20_000 },
  },
  /** A case: what it is called and what its units read of it, the texts of its deeds, people named in its team, units beside the main one and those outside the network. */
  case: {
    title: { min: 4, max: 60 },
    brief: { min: 10, max: 5_000 },
    name: { min: 2, max: 30 },
    noticeNo: { min: 2, max: 40 },
    plan: { min: 5, max: 2_000 },
    reference: { min: 2, max: 60 },
    team: 20,
    coUnits: 10,
    outsiders: 10,
    concerns: 10,
    coLeaders: 5,
    linkages: 20,
    dueDays: 90,
    percent: { min: 0, max: 100 },
  },
  /** A guidance or supervision order. */
  order: {
    title: { min: 4, max: 60 },
    basis: { min: 10, max: 2_000 },
    requirement: { min: 10, max: 2_000 },
    found: { min: 10, max: 2_000 },
    team: 20,
    dueDays: 180,
  },
  /** A censure. */
  censure: {
    title: { min: 4, max: 60 },
    cause: { min: 10, max: 2_000 },
    evidence: { min: 5, max: 2_000 },
    rule: { min: 4, max: 500 },
  },
  /** What an organ outside decided, ten years back. */
  accountability: { organ: { min: 2, max: 60 }, reference: { min: 2, max: 60 }, days: 3_660 },
  /** A theme: similar matters of several villages. */
  theme: { title: { min: 4, max: 60 }, owner: { min: 2, max: 60 }, plan: { min: 10, max: 2_000 }, reports: 200 },
  revisit: {
    told: { min: 2, max: 500 },
    opinion: { min: 2, max: 500 },
    reason: { min: 2, max: 500 },
    note: { min: 2, max: 200 },
  },
  /**
   * Seeing who wrote a sealed report: how many approve, the work days from the request to the first look, and how long the name is
   * shown from then on. Our own settings (docs/decisions/0027).
   */
  opening: { reason: { min: 10, max: 500 }, approvals: 2, workDays: 5, shownMinutes: 30 },
  /** Days for which somebody stands in for another's post, first and last included. */
  standIn: { days: 90, reason: { min: 2, max: 200 } },
  /** `reason` of an extension or a pause; `extension` in days, whatever the rule. */
  deadline: { reason: { min: 10, max: 500 }, extension: 30 },
  /** A day of the calendar: what it is called, and where it is published. */
  calendar: { name: { min: 1, max: 20 }, source: { min: 4, max: 60 } },
  /** Urging: an optional sentence, and the work days until the same may be urged again (our own setting). */
  urge: { text: { min: 0, max: 100 }, workDays: 1 },
  note: { min: 2, max: 500 },
  /** Words of a desk's own: how long, how many it keeps, and how many a thing bears. */
  marker: { word: { min: 1, max: 12 }, perDesk: 30, perThing: 6 },
  /**
   * How a villager is reached: what may be kept, how long it is shown, how often somebody may look within an hour, and after how many days a closed
   * matter's is forgotten. Our own settings (docs/decisions/0035).
   */
  contact: {
    name: { min: 2, max: 30 },
    address: { min: 2, max: 100 },
    reason: { min: 5, max: 200 },
    shownMinutes: 5,
    perHour: 30,
    days: { min: 30, max: 1_095, default: 180 },
  },
  /**
   * What may be attached to a thing, by kind: how many, and how large as the device sends it. A case has `times` as many. `open` is how many of a person's
   * are on their way at once; half an upload, and bytes that nothing refers to any more, are kept for `keptHours`; a link holds for `linkMinutes`.
   */
  attachment: {
    PHOTO: { most: 9, bytes: 2 * 1024 * 1024 },
    VOICE: { most: 1, bytes: 3 * 1024 * 1024, seconds: 120 },
    FILE: { most: 5, bytes: 20 * 1024 * 1024, name: 120 },
    times: { CASE: 5 } as Partial<Record<string, number>>,
    inAll: 75,
    open: 30,
    keptHours: 24,
    linkMinutes: 10,
    /** Of a picture: more are not unpacked; the longest side as it is stored, and of its small form. */
    pixels: 50_000_000,
    /** The same where all of it has to lie in memory at once. */
    pixelsAtOnce: 16_800_000,
    side: 2_560,
    thumbnail: 320,
    /** Of an office document, which is an archive: bytes unpacked, how often it may hold what it weighs, and entries. */
    unpacked: { bytes: 100 * 1024 * 1024, ratio: 200, entries: 1_000 },
  },
  portfolio: { name: { min: 2, max: 60 }, topics: 500, position: 9_999 },
  /** An entry of a dictionary; `tags` at most, each of so many characters. */
  term: {
    code: 40,
    name: { min: 1, max: 40 },
    nameEn: { min: 1, max: 80 },
    tags: 6,
    tag: { min: 1, max: 12 },
    position: 9_999,
  },
  /** Views of one person, and of what one desk shares; how long one that was removed can be brought back. */
  views: { name: { min: 1, max: 20 }, own: 50, shared: 50, keptHours: 24 },
  office: { name: { min: 2, max: 60 } },
  account: { max: 64 },
  password: { min: 8, max: 128 },
  /**
   * Of what programs read with: days until one is over where nobody says, and at most; how many a person has in force; what one of its operations may
   * cost; and how much of a person's share of a process one may take up, beside its owner's own.
   */
  token: { name: { min: 1, max: 40 }, days: 90, mostDays: 365, perPerson: 10, cost: 8_000, share: 0.5 },
} as const;

/** So much may the clock of a phone be ahead of the server's, for what is told to have happened just now. */
export const CLOCK_AHEAD_MS = 5 * 60_000;
/** How long an urgent report may wait for a leader (R36). */
export const URGENT_MINUTES = 30;
/** Two reports further apart than this are not merged (our own setting). */
export const MERGE_DAYS = 90;
/** Events older than this are folded away; a cursor before them gets RESYNC. */
export const EVENT_RETENTION_DAYS = 14;
