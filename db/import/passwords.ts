import { randomInt } from 'node:crypto';
import { open } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';

/** The first password of a new account: shown once, in a file that only its maker may read. */
export interface InitialPassword {
  account: string;
  name: string;
  password: string;
}

/** Nothing that is mistaken for something else on paper: no 0 and O, no 1, l and I. 57 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export function makePassword(): string {
  const pick = () => LETTERS[randomInt(LETTERS.length)];
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, pick).join('')).join('-');
}

/** Written and on the disk before the accounts are committed: an account nobody knows the password of helps nobody. */
export async function writePasswords(file: string | undefined, passwords: InitialPassword[]): Promise<string> {
  if (file === undefined) throw new Error('new accounts need a file for their first passwords');
  const header = ['帐号 account', '姓名 name', '初始密码 password'];
  const rows = passwords.map(({ account, name, password }) => [account, name, password]);
  const target = await open(file, 'wx', 0o600);
  try {
    await target.writeFile(
      stringify([header, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' }),
    );
    await target.sync();
  } finally {
    await target.close();
  }
  return file;
}
