import { addDays, tenDays } from '@lxq/schema/calendar.ts';
import { copiesHandedOut, type DigestDocument, documentBlocks } from '@lxq/schema/digests/digest-document.ts';
import { plainText } from '@lxq/schema/digests/rich-text.ts';
import { namedCharacter } from '@lxq/schema/texts/characters.ts';
import { unprintableIn } from '../../platform/papers/typefaces/coverage.ts';
import type { Digest } from '../digest.entity.ts';
import type { DigestItem } from '../items/digest-item.entity.ts';
import { type Finding, findingsOf } from './digest-finding.ts';
import { AROUND_ITEMS } from './digest-finding.words.ts';

/** What stands above and below the items: mark, period, recipients, and as many copies as are handed out. */
export function headFindings({ recipients, copies, mark, periodFrom, periodTo }: Digest): Finding[] {
  const { report, send, issue } = recipients;
  const handedOut = copiesHandedOut(recipients);
  return findingsOf(
    [
      [mark.trim() === '', 'mark'],
      [![addDays(periodFrom, 6), tenDays(periodFrom).to].includes(periodTo), 'periodLength'],
      [report.length === 0, 'recipientsReport'],
      [send.length === 0 && issue.length === 0, 'recipients'],
      [copies == null, 'copies'],
      [copies != null && copies !== handedOut, 'copiesDiffer'],
    ],
    { copies: copies ?? undefined, handedOut },
  );
}

interface Printed {
  zh: string;
  en: string;
  text: string;
  itemId?: string;
}

/** Whatever would be an empty box in the frozen issue, in an item or around the items. */
export function glyphFindings(issue: DigestDocument, items: readonly DigestItem[]): Finding[] {
  const frame = documentBlocks({ ...issue, sections: [] }).map(({ text, end = '' }) => `${text} ${end}`);
  const headings = issue.sections.map(({ heading }) => heading);
  const head = { ...AROUND_ITEMS, text: [...frame, ...headings].join(' ') };
  const printed = issue.sections
    .flatMap((section) => section.items)
    .map(({ number, title, body, sources }) => ({
      zh: `第 ${number} 条`,
      en: `Item ${number}`,
      text: [title, plainText(body), sources ?? ''].join(' '),
      itemId: items[number - 1]?.id,
    }));
  return [head, ...printed].flatMap(unprintable);
}

/** Named in a finding; whoever has pasted a page of them sees what kind they are. */
const NAMED = 5;

function unprintable({ zh, en, text, itemId }: Printed): Finding[] {
  const missing = unprintableIn(text).slice(0, NAMED).map(namedCharacter);
  return findingsOf([[missing.length > 0, 'noGlyph', { zh, en, missing }]], {}, itemId);
}
