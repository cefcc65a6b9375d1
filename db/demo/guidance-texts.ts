/** What is written on orders, censures and themes of the demo county. {unit} is whom it is given to. */
export const ORDERS = [
  {
    title: '规范机井维修响应',
    basis: '近两个月机井抽水困难类反映较为集中，平均办理时间偏长，个别机井反复损坏。',
    requirement: '建立维修值守制度，逐井登记造册，损坏后二十四小时内到场，按期报送整改情况。',
  },
  {
    title: '做好惠农补贴公示',
    basis: '多个村反映补贴发放名单公示不及时，群众不清楚标准和依据。',
    requirement: '补贴发放前在村务公开栏公示七天，留存影像，对群众疑问逐户说明。',
  },
  {
    title: '整治通村道路坑槽',
    basis: '雨后道路坑槽、积水类反映增多，学生上学和农户运粮不便。',
    requirement: '排查辖区通村道路，列出清单和时限，急修的先垫平，完工后请群众看一看。',
  },
  {
    title: '改进首问负责落实',
    basis: '抽查发现来访群众被要求自行联系其他单位的情况，首问负责没有落到实处。',
    requirement: '对来访事项由首接人员一办到底，建立台账，每周报送一次办理进度。',
  },
  {
    title: '加强集镇垃圾清运',
    basis: '集镇和沿路村庄垃圾清运不及时的反映连续三期进入摘报。',
    requirement: '增加清运班次，明确点位责任人，半个月内消除积存垃圾并报送前后对比情况。',
  },
  {
    title: '按期办结交办案件',
    basis: '所承办案件退回重办次数较多，办理期限临近仍未报结。',
    requirement: '主要负责人亲自过问，逐件定办法、定人员、定时间，按期报结并请群众评价。',
  },
] as const;
export const ORDER_PLAN = '已明确牵头人和时间表，先摸底登记，再逐项整改，完成一项销号一项。';
export const ORDER_RESULT = '已完成摸底登记，制度和值守安排已公布，问题清单逐项整改到位，附台账一份。';
export const ORDER_FOUND = '到现场抽查五处，台账与实际一致，群众知道找谁、多久有回音。';
export const ORDER_RETURNED = '报送的台账缺少两个村，请补齐后再报。';

export const CENSURES = [
  {
    title: '关于案件办理超期的通报',
    cause: '所承办案件超过规定期限仍未报结，期间未申请延期，也未向群众说明原因。',
    evidence: '交办台账一份、时限记录两份。',
    rule: '信访工作条例第三十四条、县群众工作办理时限规定',
  },
  {
    title: '关于两次退回重办的通报',
    cause: '同一事项两次报结后群众均反映没有解决，办理流于形式。',
    evidence: '回访单两份、退回重办记录两份。',
    rule: '信访工作条例第四十五条、三不结案规定',
  },
  {
    title: '关于首问负责不落实的通报',
    cause: '群众来访后被多次转问，首接人员没有登记，也没有协调办理。',
    evidence: '来访登记抽查记录一份。',
    rule: '县首问负责制度第三条',
  },
] as const;
export const CENSURE_PLAN = '已召开会议剖析原因，明确专人盯办，对在办事项逐件倒排时间，限期整改并报送情况。';
export const CENSURE_FOUND = '抽查在办事项六件，均在期限内，台账完整，整改到位。';
export const APPEAL = '所涉事项责任单位认定有误，请予复核。';
export const UPHELD = '经复核，交办文书和签收记录清楚，原通报应予维持。';
export const REVOKED = '经复核，责任单位认定有误，予以撤销。';

export const THEME_PLAN =
  '由牵头单位逐村排查，统一定办法、定时间，先解决最急的，再把同类问题一并办好，并向群众讲清楚。';
export const THEME_ANSWER = '您反映的问题不止一个村有，已经统一安排处理，进展会在村里公示，如还有情况请告诉信息员。';
export const THEME_DISSOLVED = '经核实各村成因不同，分别办理更合适。';
