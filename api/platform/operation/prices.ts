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
export const AGGREGATE = 1_200;
/** A row changed, with its guards, audit line and event; in a bulk deed also a savepoint. */
const DEED = 40;

/** `filterWord`: each word that a filter's lists hold is compared with the rows that are read. */
export const DEFAULT = { object: 1, list: 50, deed: DEED, filterWord: 25 } as const;

/** Those of the contract's own description, and what nouns bring. */
export const prices: Record<string, Price> = {
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
/** What a noun's fields cost, by type and field; it brings them with its parts. */
export type Prices = Readonly<Record<string, Price>>;
export const registerPrices = (more: Prices): void => void Object.assign(prices, more);
export const priceOf = (type: string, field: string): Price => prices[`${type}.${field}`] ?? {};
