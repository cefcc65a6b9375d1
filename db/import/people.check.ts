import { namedCharacter, visibleLength } from '@lxq/schema/texts/characters.ts';
import { findPersonalData } from '@lxq/schema/texts/personal-data.ts';
import type { Findings } from './finding.ts';
import { plainKey, tidyName } from './key.ts';
import { networkProblems } from './network.problems.ts';
import type { PersonField } from './people.sheet.ts';
import { refuseTwice, takeRef, takeYesNo } from './row-values.ts';
import type { Entry } from './sheet.ts';

export interface PersonLine {
  line: number;
  ref: string;
  name: string;
  account: string | undefined;
  isActive: boolean | undefined;
}

/**
 * Letters of any script and what stands between them, with variation selectors: 葛󠄀, 阿依努尔·买买提, Anne-Marie O'Neill. No digits, so no
 * telephone number slips in.
 */
const NOT_IN_NAMES = /[^\p{L}\p{M}·. '’-]/u;
const ACCOUNT = /^[a-z0-9][a-z0-9._-]{2,63}$/;

/** What a people file alone can tell. */
export function checkPeople(entries: Entry<PersonField>[], findings: Findings): PersonLine[] {
  const refs = new Map<string, number>();
  const accounts = new Map<string, number>();
  return entries.flatMap((entry) => {
    const row = entry.isSound && checkEntry(entry, findings);
    if (!row) return [];
    const { line, ref, account } = row;
    const isRepeated =
      refuseTwice(refs, ref, { line, field: 'ref', value: ref }, findings) ||
      (account !== undefined && refuseTwice(accounts, account, { line, field: 'account', value: account }, findings));
    return isRepeated ? [] : [row];
  });
}

function checkEntry({ line, value }: Entry<PersonField>, findings: Findings): PersonLine | undefined {
  const before = findings.list.length;
  const at = (field: PersonField) => ({ line, field, value: value[field] });
  const ref = takeRef(at('ref'), findings);
  const name = tidyName(value.name);
  const bad = NOT_IN_NAMES.exec(name)?.[0];
  if (bad || visibleLength(name) < 2)
    findings.refuse(at('name'), networkProblems.personName(bad && namedCharacter(bad)));
  const account = plainKey(value.account).toLowerCase() || undefined;
  if (account && (!ACCOUNT.test(account) || findPersonalData(account).length > 0)) {
    findings.refuse(at('account'), networkProblems.accountForm());
  }
  const isActive = takeYesNo(at('active'), findings);
  return findings.list.length > before || !ref ? undefined : { line, ref, name, account, isActive };
}
