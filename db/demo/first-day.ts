/* What is written on the first day (bin/demo-day.ts): on cases, orders and a censure of the demo county, whose papers are issued by its people's own deeds. */

const ACCEPTED = { outcome: 'ACCEPTED', route: null, to: '', reason: '', notice: 'PAPER', isLegalAidOffered: false };
const REMEDY = '对本意见不服的，可以自收到之日起三十日内向上一级机关请求复查。';
const result = { finding: 'TRUE_RESOLVED', opinionForm: 'SIGNED', kept: '水利局档案室', drawing: '' };

/** Of both cases that are given to the bureau. */
export const GIVEN = {
  decision: ACCEPTED,
  assignment: {
    ...{ outsiders: [], coLeaders: [], sectionHead: '农水股股长', handler: '农水股经办', consolidation: 95 },
    guarantees: {
      ...{ receiving: '农水股经办', coordinating: '农水股股长', supervising: '派驻纪检组' },
      ...{ carryingOut: '水利工程队', reconciling: '镇群众工作站' },
    },
  },
  plan: {
    ...{ lead: '农水股股长', members: ['农水股经办', '水利工程队'] },
    plan: '先到现场查清原因，两日内备料，三日内修好，修好后请群众当面验看。',
  },
};

/** It goes its whole way. */
export const CLOSED = {
  told: {
    title: '灌渠闸板失修，下游四十亩灌不上水',
    brief: '村东灌渠闸板锈死，末级渠淤塞，轮灌时水到不了下游，四十余亩玉米叶子打卷，群众要求尽快修好并定下轮灌次序。',
  },
  result: {
    ...result,
    body: '经查，渠首闸板锈死、末级渠淤塞两处，下游四十余亩灌不上水。已更换闸板，清淤三百二十米，并与上游两组商定轮灌次序，下游先灌两天。',
    answer: '闸板已换，渠道已清，按商定的次序轮灌，下游今起先灌两天；今后由镇水管员每周巡渠一次。',
    opinion: '水到地头了，没有意见。',
  },
  written: {
    request: '修好闸板、清通渠道，让下游也能按时浇上水。',
    ...{ basis: '《农田水利条例》关于工程管护和用水管理的规定。', remedy: REMEDY },
  },
  filing: {
    ...{ method: 'PHONE', told: '已告知由水利局主办、农水股经办，三日内修好，有变化会再说明。' },
    ...{ opinion: '', isSolved: null, rating: null, reason: '' },
  },
  heard: {
    ...{
      method: 'DOOR',
      told: '',
      opinion: '闸板换了，水也到了，满意。',
      isSolved: true,
      rating: 'SATISFIED',
      reason: '',
    },
  },
  answer: '闸板已换、渠道已清，按轮灌次序供水，今后每周巡渠一次。',
};

/** Its report is written, and not signed. */
export const REPORTED = {
  told: {
    title: '机井配电箱漏电，浇地时跳闸',
    brief: '村北机井配电箱进水漏电，一浇地就跳闸，三十多户轮不上水，群众担心触电，要求换箱并检查线路。',
  },
  result: {
    ...result,
    body: '经查，配电箱密封条老化进水，漏电保护动作。已更换配电箱，重做接地，逐段检查线路，试浇两小时未再跳闸。',
    answer: '配电箱已换，接地已重做，线路已查，可以放心浇地；今后汛前检查一次。',
    opinion: '试浇过了，没有再跳闸。',
  },
  written: {
    ...{ request: '更换配电箱，检查线路，保证用电安全。', basis: '《农田水利条例》关于工程管护的规定。' },
    remedy: REMEDY,
  },
};

export const REDIRECTED = {
  told: {
    ...{ title: '渠道工程务工工资数额有争议', topic: 'labour-wages' },
    brief: '参加渠道清淤的六人反映工资少算了十二个工日，与施工单位对账不一致。',
  },
  decision: {
    ...{ ...ACCEPTED, outcome: 'REDIRECTED', route: 'ARBITRATION', to: '清禾县劳动人事争议仲裁委员会' },
    ...{ reason: '双方对工日和工资数额有争议，依法应当先申请仲裁，已告知所需材料。', isLegalAidOffered: true },
  },
};

export const ORDERS = {
  bureau: {
    ...{ kind: 'GUIDANCE', title: '建立灌渠巡护制度' },
    basis: '近三期摘报中灌渠闸板失修、末级渠淤塞类反映有九条，多是平时无人巡护、坏了才修。',
    requirement:
      '逐渠明确巡护人和频次，登记造册；灌溉季前普查一次，把闸板、涵管、配电箱一并看过。\n问题清单逐项销号，按期书面反馈。',
  },
  township: {
    ...{ kind: 'SUPERVISION', title: '督办通村路坑槽修补' },
    basis: '通村路坑槽事项两次报结后群众仍反映没有修好，现场看到坑槽四处未垫平。',
    requirement: '请主要负责人到现场看一遍，明确专人和完工日期，修好后请群众代表验看，并书面报告。',
  },
  village: {
    ...{ kind: 'GUIDANCE', title: '补齐补贴公示台账' },
    basis: '走访中有群众反映不清楚补贴发放标准，村务公开栏公示不全。',
    requirement: '七日内补齐公示并留存影像，逐户说明标准和依据，办理情况报站里。',
  },
};

/** Of the seventh township. */
export const CENSURE = {
  title: '关于紧急信息迟报的通报',
  cause: '灌溉纠纷引发多人聚集，站里四小时后才报送，首报没有处置措施，县里未能及时调度。',
  evidence: '值班记录一份、报送时间记录一份、现场处置照片三张。',
  rule: '《信访工作条例》第四十六条、清禾县紧急信息报送规定第三条。',
};

/** Why the bureau asks for longer. */
export const EXTENSION = '施工队须等水泵配件到货，配件约需一周，请准予延期。';

/** What the station answers the officer. */
export const ANSWER = '已到现场看过，问题属实，本周内派人处理，请转告反映的群众放心。';
