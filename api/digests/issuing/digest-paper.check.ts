import { addDays, tenDays } from '@lxq/schema/calendar.ts';
import { copiesHandedOut, type DigestDocument, documentBlocks } from '@lxq/schema/digests/digest-document.ts';
import { plainText } from '@lxq/schema/digests/rich-text.ts';
import { namedCharacter } from '@lxq/schema/texts/characters.ts';
import type { Digest } from '../digest.entity.ts';
import { unprintableIn } from '../document/typefaces/coverage.ts';
import type { DigestItem } from '../items/digest-item.entity.ts';
import { blocks, type Finding } from './digest-finding.ts';

/** What stands above and below the items: mark, period, recipients, and as many copies as are handed out. */
export function headFindings({ recipients, copies, mark, periodFrom, periodTo }: Digest): Finding[] {
  const { report, send, issue } = recipients;
  const handedOut = copiesHandedOut(recipients);
  const found: Finding[] = [];
  if (mark.trim() === '') found.push(blocks('mark', '未填写密级或处理标注', 'The handling mark is missing'));
  if (![addDays(periodFrom, 6), tenDays(periodFrom).to].includes(periodTo))
    found.push(
      blocks('periodLength', '时段既不是一周也不是一旬', 'The period is neither a week nor ten days of a month'),
    );
  if (report.length === 0) found.push(blocks('recipientsReport', '未填写“报”的对象', 'Nobody is named under 报'));
  if (send.length === 0 && issue.length === 0)
    found.push(blocks('recipients', '未填写“送”“发”的对象', 'Nobody is named under 送 or 发'));
  if (copies == null) found.push(blocks('copies', '未填写印数', 'The number of copies is missing'));
  else if (copies !== handedOut)
    found.push(
      blocks(
        'copiesDiffer',
        `印数 ${copies} 与分发份数 ${handedOut} 不一致（一个对象多份的，写作“各乡镇党委（12份）”）`,
        `${copies} copies are printed and ${handedOut} handed out (for several copies write “各乡镇党委（12份）”)`,
      ),
    );
  return found;
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
  const head = {
    zh: '刊头、版记或分工名称',
    en: 'The head, the foot or a heading',
    text: [...frame, ...headings].join(' '),
  };
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
  if (missing.length === 0) return [];
  return [
    blocks(
      'noGlyph',
      `${zh}有打印不出的字符 ${missing.join('、')}，请改用通用字或文字说明`,
      `${en} holds characters that cannot be printed: ${missing.join(', ')}; use a common character or words`,
      itemId,
    ),
  ];
}
