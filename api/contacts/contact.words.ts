import type { ContactProblem } from '@lxq/schema/contacts/contact-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

const { perHour } = LIMITS.contact;
const NUMBER: Words = [
  '这里不填电话、身份证号和银行卡号，请删去',
  'No telephone, identity or card number belongs here; take it out',
];

/** Of a contact as it is typed. */
export const DRAFT_WORDS: Record<ProblemKey<ContactProblem>, Words> = {
  'name.SHORT': LENGTH,
  'name.LONG': LENGTH,
  'name.NUMBER': NUMBER,
  'phone.MISSING': ['电话和住址至少填一项', 'Give a telephone number or an address'],
  'phone.FORM': [
    '请填写 11 位手机号，或带区号的固定电话',
    'Give a mobile number of 11 figures, or a landline with its area code',
  ],
  'address.SHORT': LENGTH,
  'address.LONG': LENGTH,
  'address.NUMBER': NUMBER,
};

/** Everything else; the words of the guards stand beside them (schema/contacts). */
export const CONTACT_WORDS = {
  contact: ['该联系方式', 'contact'],
  subject: ['没有这类事项', 'There is no such kind of matter'],
  involved: ['您任职的单位与被反映单位有关，须回避', 'You hold a post at the unit complained of'],
  keptByOther: [
    '联系方式已被他人更新，请核对后重新录入',
    'Somebody else has written the contact down anew; compare and try again',
  ],
  unreadable: [
    '这条联系方式无法解开，请联系系统管理员核对密钥',
    'This contact cannot be opened; the administrator has to look at the keys',
  ],
  often: [
    `一小时内最多查看 ${perHour} 次联系方式，请稍后再试`,
    `Contacts may be looked at ${perHour} times an hour; please try again later`,
  ],
} satisfies Record<string, Words>;
