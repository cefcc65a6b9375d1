import { type Filter, writeFilter } from '../../nouns/reports/filter.ts';

/** The exact list behind a count. */
export const listAddress = (filter: Filter): string => `/analyst/reports?${writeFilter(filter)}`;
