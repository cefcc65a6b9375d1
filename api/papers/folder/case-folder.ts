import { dayOf } from '@lxq/schema/calendar.ts';
import type { OfficialPaperKind } from '@lxq/schema/papers/official-papers.ts';
import { PAPER_WORDS } from '@lxq/schema/papers/paper-words.ts';
import { chineseDate } from '@lxq/schema/texts/chinese.ts';
import { type Block, hasContent, type Paper as Printed, printed } from '@lxq/schema/texts/paper.ts';
import type { Case } from '../../cases/case.entity.ts';
import type { Step } from '../../reports/lists/report.loaders.ts';
import type { Signature } from '../../results/signature.entity.ts';
import { moment, paragraphs, row, signature } from '../drafts/official.ts';
import type { Paper } from '../paper.entity.ts';

/** What a case's folder holds, as far as whoever asks may read it. */
export interface Folder {
  it: Case;
  no: string;
  office: string;
  mainUnit: string | null;
  topic: string;
  papers: readonly Paper[];
  signatures: readonly Signature[];
  steps: readonly Step[];
}
/** One of its pieces: what the contents call it, and what stands on its pages. */
interface Piece {
  title: string;
  blocks: Block[];
}

/** 案卷: cover, contents with the pages, then each piece on a page of its own, in the order in which a case goes. */
export function caseFolder(folder: Folder): Printed {
  const pieces = piecesOf(folder);
  const contents: Block[] = [
    { role: 'headline', text: '目　录' },
    ...pieces.map(({ title }, i): Block => ({ role: 'contentsPage', text: title, key: keyOf(i) })),
  ];
  const { it, office } = folder;
  return {
    title: `案卷 ${folder.no}`,
    author: office,
    date: dayOf(it.openedAt),
    parts: [cover(folder), contents, ...pieces.map(({ blocks }, i) => keyed(blocks, keyOf(i)))].map((blocks) =>
      blocks.map(printed).filter(hasContent),
    ),
  };
}
const keyOf = (i: number) => `piece-${i + 1}`;
/** The contents lead to a piece's title. */
const keyed = (blocks: readonly Block[], key: string): Block[] => {
  const at = blocks.findIndex(({ role }) => role === 'headline');
  return blocks.map((block, i) => (i === at ? { ...block, key } : block));
};

function piecesOf(folder: Folder): Piece[] {
  const { it, papers, steps, signatures } = folder;
  const logged = steps.filter(({ deed }) => deed === 'log');
  const of = (...kinds: OfficialPaperKind[]): Piece[] =>
    papers
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ title, no, blocks }) => ({ title: `${title}　${no}`, blocks }));
  const made = (isThere: boolean, title: string, blocks: () => Block[]): Piece[] =>
    isThere ? [{ title, blocks: [{ role: 'headline', text: title }, ...blocks()] }] : [];
  return [
    ...of('DECISION_NOTICE'),
    ...of('DISPATCH_NOTICE'),
    ...made(Boolean(it.plan) || logged.length > 0, '办理方案和办理日志', () => [...planOf(it), ...logOf(logged)]),
    ...of('RESULT_REPORT', 'WRITTEN_OPINION'),
    ...of('REVISIT_SHEET'),
    ...made(signatures.length > 0, '结案审批', () => closingOf(folder)),
    ...made(Boolean(it.answer ?? it.untoldReason), '答复', () => answerOf(it)),
    ...made(steps.length > 0, '办理经过', () => steps.map(stepRow)),
  ];
}

function cover({ it, no, office, mainUnit, topic }: Folder): Block[] {
  return [
    { role: 'issuerMark', text: office },
    { role: 'headline', text: '信访事项案卷' },
    ...[row('案号', no), row('事项', it.title), row('类别', topic)],
    ...[row('性质', PAPER_WORDS.casePurpose[it.purpose]), row('来源', PAPER_WORDS.caseChannel[it.channel])],
    row('收到日期', chineseDate(it.receivedOn)),
    row('受理决定', it.decision && PAPER_WORDS.caseOutcome[it.decision]),
    ...[row('主办单位', mainUnit), row('包案领导', it.sponsorName)],
    row('状态', PAPER_WORDS.caseState[it.state]),
    row('结案时间', it.closedAt && moment(it.closedAt)),
  ];
}

const planOf = ({ teamLead, team, plan, plannedAt }: Case): Block[] =>
  plan
    ? [
        { role: 'clause', text: '一、办理方案' },
        ...[row('负责人', teamLead), row('成员', team.join('、')), row('制定时间', plannedAt && moment(plannedAt))],
        ...paragraphs(plan),
      ]
    : [];
const logOf = (logged: readonly Step[]): Block[] =>
  logged.length > 0 ? [{ role: 'clause', text: '二、办理日志' }, ...logged.map(stepRow)] : [];

/** Each hand with the hash of the report that it was put under: of another text it is no signature. */
function closingOf({ it, no, signatures }: Folder): Block[] {
  return [
    ...[row('案号', no), row('事项', it.title), row('结案时间', it.closedAt && moment(it.closedAt))],
    ...signatures.map(({ signerName, actedByName, signsAs, round, at, hash }) =>
      signature(
        actedByName ? `${signerName}（${actedByName}代）` : signerName,
        `${PAPER_WORDS.signsAs[signsAs]}，第${round}次办理`,
        at,
        hash,
      ),
    ),
  ];
}

const answerOf = ({ answer, untoldReason, answeredAt }: Case): Block[] =>
  answer
    ? [...paragraphs(answer), ...(answeredAt ? [row('答复时间', moment(answeredAt))] : [])]
    : paragraphs(`无法答复：${untoldReason}`);

/** What happened when, by whom, in the words of whoever did it. */
function stepRow({ at, deed, actorName, actedByName, note }: Step): Block {
  const word = (PAPER_WORDS.caseDeed as Record<string, string>)[deed] ?? deed;
  const who = actedByName ? `${actorName}（${actedByName}代）` : actorName;
  return row(word, `${moment(at)}　${who}${note ? `：${note}` : ''}`);
}
