import { expect, test } from '@jest/globals';
import { findWhereabouts } from './whereabouts.ts';

test.each([
  '张某准备明天坐高铁去北京上访。',
  '部分群众集结准备到县上访。',
  '王某扬言要进京告状，请重点关注。',
  '李某已到省城，住在火车站旁的宾馆。',
  '据了解其买了周五去北京的火车票。',
  '村民赵某乘坐G123次前往北京。',
  '要把重点人员稳控在当地。',
  '已安排专人盯着，行踪：现在县城亲戚家。',
  '上访老户刘某近期有赴省上访的打算。',
  '已派干部看住，将其劝返上访人员。',
  '张某准备明天坐高铁去北\u200b京上\u00ad访。',
  '李某已经进京\n上访。',
  '对 重 点 人 员 要 稳 住。',
  '要把重点\r\n\u3000\u3000人员管好。',
  '村民赵某乘坐Ｇ１２３次前往北京。',
  '其落脚点为城东某出租屋，躲在其亲戚家。',
  '要做好张某的稳控工作。',
  '王某已买好周五的火车票，当晚动身。',
  '李某等人到省政府门前静坐。',
  '有人越级上访。',
  '已摸清其去向，动向：外出。',
])('%s is about where somebody goes or how they are watched', (text) => expect(findWhereabouts(text)).not.toBeNull());

test.each([
  '村里到县城的班车停了一周，老人去县城看病要绕行二十里。',
  '群众乘坐班车不便，希望恢复通往镇里的线路。',
  '学生到镇里上学要坐黑车，家长担心安全。',
  '三十户村民到镇政府反映补贴发放名单有出入，希望公开。',
  '外出务工人员春节返乡买不到车票，希望增开班车。',
  '村卫生室夜间无人值守，病人要到县里看急诊。',
  '在外务工的二十人工资被拖欠，住在工地宿舍，请协调。',
  '群众来信反映机井干涸，已向信访局递交材料，要求答复。',
])('%s is about a matter', (text) => expect(findWhereabouts(text)).toBeNull());

test('what is found is told as it stands in the text', () => {
  expect(findWhereabouts('😀要把重点\n人员管好')).toEqual({ start: 4, end: 9, text: '重点\n人员' });
});
