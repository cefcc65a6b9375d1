import { pick, type Random } from './random.ts';

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const FIRST = [
  ...'晓志文春秋雨佳思子雅慧桂海云青长永立建玉秀红素梦景书仲伯叔怀存守敬承乐运茂开新世培绍继广振德宏有三月',
];
const SECOND = [
  ...'禾松柏梅兰竹荷莲英芳珍霞琴燕芹花香娥凤仙福贵财发祥瑞田山川河水泉林森根生成全顺和安宁康健良善仁义信勤朴诚才学礼旺兴盛',
];

/** An invented name of three characters; nobody in particular. */
export function personName(random: Random): string {
  return `${pick(random, SURNAMES)}${pick(random, FIRST)}${pick(random, SECOND)}`;
}
