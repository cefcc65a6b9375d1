/** Limits that the server alone enforces, and clients meet as refusals: apart from the others, which every phone loads. */
export const SERVER_LIMITS = {
  /** One operation, whatever the transport. */
  operation: {
    depth: 10,
    aliases: 20,
    tokens: 2_000,
    rootFields: 12,
    directives: 20,
    /** Fields and spreads of a document, its fragments unfolded. */
    selections: 1_000,
    /** Fields of the same name at the same place, which validation compares with each other. */
    pairs: 1_000,
    rows: 20_000,
    /** What an operation may cost before it runs, in rows as api/platform/operation/prices.ts reckons them. */
    cost: 20_000,
    variablesBytes: 200 * 1024,
  },
  /** Operations of one person: at once, waiting for that, and how long they may wait. Those that cost more than `heavy` run one a person, and few in all. */
  budget: { perPerson: 6, waiting: 32, waitMs: 5_000, placeMs: 60_000, heavy: 7_000, heavyInAll: 2 },
  /**
   * Of the units in which work is counted (WORK_PER_SECOND): bytes and rows of one, what a document that is refused costs beside them, how far ahead of
   * the rate a comer may be, and has to be counted at most (what comes in at once is priced only then), how many of theirs may wait, and how long and how
   * many of those who wait in vain are kept before they are told so. Strangers together have so many times the rate of one address, of which a request
   * takes no more than a sign-in.
   */
  pace: {
    bytes: 4 * 1024,
    rows: 100,
    refusal: 5,
    aheadMs: 5_000,
    owedMs: 15_000,
    waiting: 64,
    refusalMs: 2_000,
    refused: 1_000,
    strangers: 2,
    most: 22,
  },
  bodyBytes: 1024 * 1024,
  /** How long the head of a request, and the whole of it, may take to arrive; how often that is looked at; sockets included, how many may be open. */
  http: { headersMs: 10_000, requestMs: 30_000, checkMs: 5_000, connections: 20_000 },
  frameBytes: 256 * 1024,
  /** Levels of what is sent as JSON; an issue's rich text has fewer than 20. */
  jsonDepth: 64,
  socket: {
    subscriptions: 8,
    /** Until the greeting. */
    initMs: 3_000,
    /** With nothing running on it. */
    idleMs: 60_000,
    /** Sockets of one person at one process: a phone, a desk and its tabs. */
    perPerson: 40,
    /** What may wait for a slow socket before it has to come back with its cursor. */
    waitingBytes: 1024 * 1024,
    /** The same where nobody is signed in. */
    anonymousWaitingBytes: 64 * 1024,
    /** What a person may say on all their sockets within a minute, in units: a message is one and one more for every `unitBytes`. */
    perMinute: 1_800,
    unitBytes: 4 * 1024,
    operationUnits: 5,
    handshakeUnits: 5,
    /** The same of all from one address on which nobody is signed in, for each socket that they may have. */
    anonymousPerMinute: 10,
    /** Of the name that a client gives an operation. */
    idLength: 64,
  },
  /** Months of a pivot: unless days are given, and at most. */
  pivot: { months: 24, most: 36 },
  /**
   * A file of a table or of the things behind a cell: rows at most, in a document fewer; of one person, how many may be under way and how many are kept, and for how
   * many days. Our own settings.
   */
  tableExport: { title: { min: 1, max: 60 }, rows: 1_200_000, docxRows: 2_000, open: 3, kept: 20, days: 7 },
} as const;
