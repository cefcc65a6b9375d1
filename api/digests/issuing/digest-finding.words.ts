import { WRITE_INSTEAD } from '@lxq/schema/texts/whereabouts.ts';

type Severity = 'BLOCKS' | 'WARNS';

/** What an issue's checks find: BLOCKS keeps it from going on, WARNS deserves a look. */
export const FINDINGS = {
  // its head
  mark: ['BLOCKS', '未填写密级或处理标注', 'The handling mark is missing'],
  periodLength: ['BLOCKS', '时段既不是一周也不是一旬', 'The period is neither a week nor ten days of a month'],
  recipientsReport: ['BLOCKS', '未填写“报”的对象', 'Nobody is named under 报'],
  recipients: ['BLOCKS', '未填写“送”“发”的对象', 'Nobody is named under 送 or 发'],
  copies: ['BLOCKS', '未填写印数', 'The number of copies is missing'],
  copiesDiffer: [
    'BLOCKS',
    '印数 {copies} 与分发份数 {handedOut} 不一致（一个对象多份的，写作“各乡镇党委（12份）”）',
    '{copies} copies are printed and {handedOut} handed out (for several copies write “各乡镇党委（12份）”)',
  ],
  noGlyph: [
    'BLOCKS',
    '{zh}有打印不出的字符 {missing}，请改用通用字或文字说明',
    '{en} holds characters that cannot be printed: {missing}; use a common character or words',
  ],
  // the issue among the others
  periodGap: ['BLOCKS', '与上一期的时段不衔接', 'The period does not follow the previous issue'],
  signatory: [
    'BLOCKS',
    '没有可以签发的办公室主任（编辑本人不能签发）',
    'There is no director other than the editor to sign',
  ],
  numberingGap: ['BLOCKS', '已印发各期的期号不连续', 'The numbers of the issued digests have a gap'],
  period: ['BLOCKS', '时段起止颠倒', 'The period ends before it begins'],
  periodRunning: [
    'WARNS',
    '本期时段到 {periodTo} 结束，此前印发须由主任写明理由',
    'The period runs until {periodTo}; before that only a director issues it, with a reason',
  ],
  unpicked: [
    'WARNS',
    '本期时段内报送的信息尚有 {unpicked} 条未编入、也未标记不采用（更早的不计）',
    "Reports submitted within this issue's period, in no issue yet and not set aside: {unpicked} (earlier ones not counted)",
  ],
  noItems: ['BLOCKS', '还没有条目', 'There are no items yet'],
  // an item
  portfolio: ['BLOCKS', '第 {number} 条没有分管领导', 'Item {number} stands in no portfolio'],
  leader: ['BLOCKS', '第 {number} 条所属分工没有在任领导', 'Item {number} stands in a portfolio without a leader'],
  emptyText: ['BLOCKS', '第 {number} 条没有正文', 'Item {number} has no text'],
  personalData: [
    'BLOCKS',
    '第 {number} 条含身份证号、银行卡号或电话号码',
    'Item {number} holds an ID, card or phone number',
  ],
  names: ['WARNS', '第 {number} 条可能有群众姓名：{names}', 'Item {number} seems to name {names}'],
  whereabouts: ['BLOCKS', `第 {number} 条：${WRITE_INSTEAD.zh}`, `Item {number}: ${WRITE_INSTEAD.en}`],
  sourceNotTriaged: [
    'BLOCKS',
    '第 {number} 条所依据的信息尚未研判，或已被退回、撤回、编入他期',
    'Item {number} rests on a report that nobody has judged, or that was given back, taken back or told of already',
  ],
  sourceSealed: [
    'BLOCKS',
    '第 {number} 条所依据的信息已转为密报，请移出本条',
    'Item {number} rests on a report that was sealed since; take the item out',
  ],
  pictureGone: [
    'BLOCKS',
    '第 {number} 条选用的照片已被撤回，或所属信息已转为密报、已移出本条，请移除或另选',
    'Item {number} carries a picture that was taken back, or whose report was sealed or taken out; take it out or choose another',
  ],
  corrects: ['BLOCKS', '第 {number} 条没有指明所更正的条目', 'Item {number} does not say what it corrects'],
  noSource: ['WARNS', '第 {number} 条没有关联信息', 'Item {number} rests on no report'],
  longText: ['WARNS', '第 {number} 条有 {length} 字，偏长', 'Item {number} has {length} characters, which is long'],
} satisfies Record<string, readonly [severity: Severity, zh: string, en: string]>;

/** What is not an item, where a character of it cannot be printed. */
export const AROUND_ITEMS = { zh: '刊头、版记或分工名称', en: 'The head, the foot or a heading' };
