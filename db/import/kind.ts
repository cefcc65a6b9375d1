import type { Changes } from './changes.ts';
import type { Findings } from './finding.ts';
import type { InitialPassword } from './passwords.ts';
import type { Entry, Sheet } from './sheet.ts';
import type { Query } from './transaction.ts';

export interface WriteContext {
  /** Of the tenant that the file is for; a divisions file brings its own. */
  county: number;
  /** The day from which added rows are valid, and the day before it: the last day of what is closed. */
  asOf: string;
  lastDay: string;
  closeMissing: boolean;
  isDryRun: boolean;
  findings: Findings;
  /** Of the accounts that this import opens. */
  passwords: InitialPassword[];
  progress(detail: string): void;
}

/** Compares with the database and writes, inside the import's transaction. Whatever only the database can tell is refused here. */
export type Write = (query: Query, context: WriteContext) => Promise<Changes>;

/** One kind of file: what it looks like, and what it does. */
export interface Kind<Field extends string = string> {
  sheet: Sheet<Field>;
  /** Whether the file itself says which county it is for. */
  bringsCounty: boolean;
  /** Checks what the file alone can tell. */
  prepare(entries: Entry<Field>[], findings: Findings): Write;
}
