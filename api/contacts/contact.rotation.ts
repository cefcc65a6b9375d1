import { rotate, type SealedRow, type SealedTable } from '../platform/vault/rotation.ts';
import type { Contact } from './contact.entity.ts';
import { type ContactKey, open, seal } from './contact.vault.ts';

type Row = SealedRow & Pick<Contact, 'subject' | 'subjectId'>;
export const CONTACTS: SealedTable<Row> = {
  ...{ table: 'contact', id: 'id', bound: 'subject, subject_id as "subjectId"' },
  renew: (row, keys) => {
    const personal = open(row, row, keys);
    return personal && seal(personal, row, keys);
  },
};

/** Contacts alone. */
export const rotateContacts = (adminUrl: string, keys: readonly ContactKey[], print: (line: string) => void) =>
  rotate({ adminUrl, keys, print }, [CONTACTS]);
