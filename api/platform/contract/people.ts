import { peopleIn } from '@lxq/schema/texts/people.ts';
import { WRITE_INSTEAD } from '@lxq/schema/texts/whereabouts.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { refused } from './errors.ts';

/** What keeps a text from being taken that may say nothing of people (REFUSED in schema/texts/free-texts.ts): numbers and whereabouts, never a name. */
export function peopleUnmet(words: string): Unmet[] {
  const { numbers, whereabouts } = peopleIn(words);
  const missing: Unmet[] = [];
  if (whereabouts) missing.push(unmet('whereabouts', WRITE_INSTEAD.zh, WRITE_INSTEAD.en));
  if (numbers.length)
    missing.push(
      unmet(
        'personalData',
        '内容含身份证号、银行卡号或电话号码，请先隐去',
        'The text holds an ID, card or phone number: mask it first',
      ),
    );
  return missing;
}

/** Of what is sent anew, and moves nothing. */
export function refusePeople(...texts: readonly string[]): void {
  const missing = peopleUnmet(texts.join('\n'));
  if (missing.length) throw refused(missing);
}
