import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { open, type Sealed, seal } from './contact.vault.ts';

const keyOf = (id: string) => ({ id, key: randomBytes(32) });
const [first, second] = [keyOf('k1'), keyOf('k2')];
const personal = { name: '郑铁柱', phone: '13812345678', address: '柳林村三组' };
const slot = { countyCode: 990101, id: v7(), subject: 'REPORT', subjectId: v7() };

test('what was sealed opens in its own row alone', () => {
  const sealed = seal(personal, slot, [first]);
  expect(open(sealed, slot, [first])).toEqual(personal);
  for (const moved of [{ countyCode: 990102 }, { id: v7() }, { subject: 'CASE' }, { subjectId: v7() }])
    expect(open(sealed, { ...slot, ...moved }, [first])).toBeNull();
});

test('one altered bit anywhere, a cut tag or another nonce, and nothing opens', () => {
  const sealed = seal(personal, slot, [first]);
  for (let at = 0; at < sealed.sealed.length; at += 7) {
    const altered = Buffer.from(sealed.sealed);
    altered[at] = (altered[at] as number) ^ 1;
    expect(open({ ...sealed, sealed: altered }, slot, [first])).toBeNull();
  }
  for (const bad of [
    { nonce: randomBytes(12) },
    { sealed: sealed.sealed.subarray(0, -12) },
    { sealed: Buffer.alloc(0) },
  ])
    expect(open({ ...sealed, ...bad } as Sealed, slot, [first])).toBeNull();
});

test('another key, or another under the same name, opens nothing', () => {
  const sealed = seal(personal, slot, [first]);
  expect(open(sealed, slot, [second])).toBeNull();
  expect(open(sealed, slot, [keyOf('k1')])).toBeNull();
  expect(open(sealed, slot, [])).toBeNull();
  expect(() => seal(personal, slot, [])).toThrow('there is no key');
});

test('the first key seals, the others still open', () => {
  const old = seal(personal, slot, [first]);
  const both = [second, first];
  expect(open(old, slot, both)).toEqual(personal);
  expect(seal(personal, slot, both).keyId).toBe('k2');
});

test('a ciphertext tells neither the length of a name nor whether two are the same', () => {
  const lengths = ['郑', '郑铁柱', '买买提·艾力·阿不都热合曼'].map(
    (name) => seal({ ...personal, name }, slot, [first]).sealed.length,
  );
  expect(new Set(lengths).size).toBe(1);
  const [one, other] = [seal(personal, slot, [first]), seal(personal, slot, [first])];
  expect(one.sealed.equals(other.sealed)).toBe(false);
});
