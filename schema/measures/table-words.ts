/** What a table may be cut by, of the things that its measures count. */
export const TABLE_DIMENSIONS = [
  'TOWNSHIP',
  'VILLAGE',
  'UNIT',
  'TOPIC_FAMILY',
  'TOPIC',
  'SOURCE',
  'LINE',
  'URGENCY',
  'PORTFOLIO',
  'STATE',
  'GRADE',
  'TEN_DAYS',
  'WEEK',
  'MONTH',
  'YEAR',
  'WEEKDAY',
] as const;
export type TableDimension = (typeof TABLE_DIMENSIONS)[number];
/** Of the day by which a measure counts: whatever is dated has them. */
export const TIME_DIMENSIONS = ['TEN_DAYS', 'WEEK', 'MONTH', 'YEAR', 'WEEKDAY'] as const;
export type TimeDimension = (typeof TIME_DIMENSIONS)[number];
export type ThingDimension = Exclude<TableDimension, TimeDimension>;
export const isTime = (dimension: TableDimension): dimension is TimeDimension =>
  (TIME_DIMENSIONS as readonly string[]).includes(dimension);

/** 上一期 / 上年同期. */
export const TABLE_COMPARISONS = ['PREVIOUS', 'LAST_YEAR'] as const;
export type TableComparison = (typeof TABLE_COMPARISONS)[number];
export const MEASURE_UNITS = ['COUNT', 'PERCENT', 'DAYS'] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];
/** Of a rate: the things that fulfil it, or those that it is of. */
export const CELL_PARTS = ['NUMERATOR', 'DENOMINATOR'] as const;
export type CellPart = (typeof CELL_PARTS)[number];

/** As sentences name them. */
export const DIMENSION_WORDS: Readonly<Record<TableDimension, readonly [zh: string, en: string]>> = {
  TOWNSHIP: ['乡镇', 'township'],
  VILLAGE: ['村', 'village'],
  UNIT: ['单位', 'unit'],
  TOPIC_FAMILY: ['大类', 'topic family'],
  TOPIC: ['类别', 'topic'],
  SOURCE: ['来源', 'source'],
  LINE: ['报送线路', 'line'],
  URGENCY: ['紧急程度', 'urgency'],
  PORTFOLIO: ['分管领导', 'portfolio'],
  STATE: ['状态', 'state'],
  GRADE: ['等级', 'grade'],
  TEN_DAYS: ['旬', 'ten-day period'],
  WEEK: ['周', 'week'],
  MONTH: ['月', 'month'],
  YEAR: ['年', 'year'],
  WEEKDAY: ['星期', 'weekday'],
};
