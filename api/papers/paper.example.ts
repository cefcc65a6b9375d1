import type { OfficialPaperKind } from '@lxq/schema/papers/official-papers.ts';
import { type Block, hasContent, type Paper as Printed, printed } from '@lxq/schema/texts/paper.ts';
import type { Case } from '../cases/case.entity.ts';
import type { Step } from '../reports/lists/report.loaders.ts';
import type { Signature } from '../results/signature.entity.ts';
import { type Censured, censureNotice, censureTitle } from './drafts/censure-notice.ts';
import { type Decided, decisionNotice, decisionTitle } from './drafts/decision-notice.ts';
import { DISPATCH_TITLE, type Dispatched, dispatchNotice } from './drafts/dispatch-notice.ts';
import { orderPaper, orderTitle, type Told } from './drafts/order-paper.ts';
import { OPINION_TITLE, RESULT_TITLE, type Reported, resultReport, writtenOpinion } from './drafts/result-papers.ts';
import { type Made, REVISIT_TITLE, revisitSheet } from './drafts/revisit-sheet.ts';
import type { Hand } from './drafts/signed.ts';
import { caseFolder } from './folder/case-folder.ts';
import type { Paper } from './paper.entity.ts';

/* Papers of an invented case, order and censure, as the deeds would issue them: for tests, and for whoever looks at how they are printed (npm run papers). */
const AT = new Date('2026-03-11T02:20:00Z');
const HASH = 'a3f5'.repeat(16);
const OFFICE = '中共临桥县委群众工作办公室';
const WATER = '临桥县水利局';
const BRIEF =
  '柳河镇柳林村村西头的机井连续三天抽不上水，四十多户村民到邻村挑水吃。村民反映，水泵已使用十余年，去年秋天起出水量明显下降。\n群众盼望尽快修好，并说明抗旱期间如何供水。';

const REQUIREMENT = '建立二十四小时响应制度，逐井登记造册。\n抗旱期间每日报送供水情况。';

type Texts = Partial<Record<'title' | 'brief' | 'body' | 'answer' | 'opinion' | 'reason' | 'name', string>>;

/** Every kind, with these texts where people fill them in. */
export function examplePapers(texts: Texts = {}): Record<OfficialPaperKind, Printed> {
  const { title = '机井三天抽不上水', brief = BRIEF, name = '刘桂芳', reason = '材料齐全，属于受理范围。' } = texts;
  const matter = { title, no: '案2026-0012', round: 1, brief, office: OFFICE };
  const decided: Decided = {
    ...{ ...matter, decision: 'REDIRECTED', channel: 'WALK_IN', receivedOn: '2026-03-05', route: 'ARBITRATION' },
    ...{ decidedTo: '临桥县劳动人事争议仲裁委员会', decidedReason: reason, notice: 'PAPER', isLegalAidOffered: true },
  };
  const dispatched: Dispatched = {
    ...{ ...matter, mainUnit: WATER, coUnits: ['柳河镇群众工作站'], outsiders: ['县红十字会'], coLeaders: [] },
    ...{ sponsor: name, sponsorUnit: '临桥县人民政府', sectionHead: '农水股股长', handler: '农水股干事' },
    ...{ consolidation: 95, isDesignated: false, resolveBy: '2026-03-18' },
    guarantees: {
      ...{ receiving: '水利局信访室', coordinating: '农水股', supervising: '局纪检组' },
      ...{ carryingOut: '水管站', reconciling: '柳河镇群众工作站' },
    },
  };
  const result: Reported = {
    ...{
      finding: 'TRUE_RESOLVED',
      opinionForm: 'SIGNED',
      kept: '水利局档案室',
      opinion: texts.opinion ?? '水来了，满意。',
    },
    body:
      texts.body ??
      '经现场查看，水泵烧毁、滤管淤塞。三日内更换水泵一台，清洗机井，架设应急供水管线 320 米，已恢复供水。',
    answer: texts.answer ?? '机井已修好，全村恢复供水；旱情期间由水管站每日巡查。',
    ...{ request: '修好机井，恢复供水。', basis: '《中华人民共和国抗旱条例》有关规定。' },
    remedy: '对本意见不服的，可以自收到之日起三十日内请求复查。',
    ...{ signedByName: name, signedAs: 'PRINCIPAL', signedAt: AT, signedHash: HASH },
  };
  const made: Made = {
    ...{ kind: 'PRE_CLOSE', state: 'COMPLETED', method: 'DOOR', told: '', opinion: texts.opinion ?? '水来了，满意。' },
    ...{ isSolved: true, rating: 'SATISFIED', reason: texts.reason ?? '', doneByName: name },
    attempts: [{ at: AT.toISOString(), method: 'PHONE', note: '', byName: name }],
  };
  const by = (issuer: string, no: string) => ({ issuer, no, at: AT });
  const hand: Hand = { name, capacity: 'OFFICE_HEAD', at: AT, hash: HASH };
  const told: Told = {
    ...{ kind: 'GUIDANCE', title, no: '单2026-0003', unit: WATER, dueOn: '2026-03-31', hand },
    ...{ basis: brief, requirement: texts.body ?? REQUIREMENT },
  };
  const supervised: Told = { ...told, kind: 'SUPERVISION', no: '单2026-0004' };
  const censured: Censured = {
    ...{ title, cause: brief, evidence: texts.body ?? '回访单两份、超期台账一份。', unit: WATER, hand },
    ...{ rule: texts.reason ?? '《信访工作条例》第四十五条。', appealUntil: new Date('2026-03-18T16:00:00Z') },
  };
  return {
    DECISION_NOTICE: paper(decisionTitle(decided), decisionNotice(by(OFFICE, '告字〔2026〕12号'), decided)),
    DISPATCH_NOTICE: paper(DISPATCH_TITLE, dispatchNotice(by(OFFICE, '群发〔2026〕7号'), dispatched)),
    RESULT_REPORT: paper(RESULT_TITLE, resultReport(by(WATER, '报字〔2026〕3号'), matter, result)),
    WRITTEN_OPINION: paper(OPINION_TITLE, writtenOpinion(by(WATER, '意字〔2026〕3号'), matter, result)),
    REVISIT_SHEET: paper(REVISIT_TITLE, revisitSheet(by(OFFICE, '访字〔2026〕41号'), matter, made)),
    GUIDANCE_ORDER: paper(orderTitle(told), orderPaper(by(OFFICE, '单字〔2026〕3号'), told)),
    SUPERVISION_ORDER: paper(orderTitle(supervised), orderPaper(by(OFFICE, '督字〔2026〕1号'), supervised)),
    CENSURE_NOTICE: paper(censureTitle(censured), censureNotice(by(OFFICE, '通字〔2026〕2号'), censured)),
  };
}
const paper = (title: string, blocks: readonly Block[]): Printed => ({
  ...{ title, author: OFFICE, date: '2026-03-11', parts: [blocks.map(printed).filter(hasContent)] },
});

/** The case's folder with all of them, and a handling log of `entries` lines. */
export function exampleFolder(entries = 3, texts: Texts = {}): Printed {
  const kinds = Object.entries(examplePapers(texts)) as [OfficialPaperKind, Printed][];
  const papers = kinds.map(([kind, { title, parts }]) => {
    const no = parts[0]?.find(({ text, role }) => role === 'docNumber' || text === '编号');
    return { kind, title, no: no?.role === 'field' ? no.end : no?.text, blocks: parts[0] } as Paper;
  });
  const step = (deed: string, note: string): Step =>
    ({ deed, note, at: AT, actorName: '县群工办', actedByName: null }) as Step;
  return caseFolder({
    it: {
      ...{ title: texts.title ?? '机井三天抽不上水', purpose: 'APPEAL', channel: 'WALK_IN', receivedOn: '2026-03-05' },
      ...{ openedAt: AT, decision: 'ACCEPTED', sponsorName: '刘桂芳', state: 'CLOSED', closedAt: AT, round: 1 },
      ...{ teamLead: '农水股股长', team: ['水管站站长'], plan: '三日内换泵，派人值守。', plannedAt: AT },
      ...{ answer: '机井已修好，恢复供水。', answeredAt: AT },
    } as Case,
    ...{ no: '案2026-0012', office: OFFICE, mainUnit: WATER, topic: '水利灌溉', papers },
    signatures: (['RESPONSIBLE', 'PRINCIPAL'] as const).map(
      (signsAs) => ({ signsAs, signerName: '刘桂芳', actedByName: null, round: 1, at: AT, hash: HASH }) as Signature,
    ),
    steps: [
      step('openCase', ''),
      ...Array.from({ length: entries }, (_, i) => step('log', `第${i + 1}次现场查看，确认水泵烧毁，已联系厂家供货。`)),
      step('close', ''),
    ],
  });
}
