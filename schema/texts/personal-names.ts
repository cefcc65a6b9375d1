import { condensed } from './condensed.ts';

/*
 * Villagers' names, as far as their surroundings show them: after a word for a person (村民张建国), before an age or a sex (张建国，男，67
 * 岁), after a label (姓名：张建国). A guess, so names are pointed at and never refused: 李村 and 高度 begin like names, too.
 */

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭鲁韦马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元顾孟黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公付闫肖';
const COMPOUND =
  '欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|夏侯|轩辕|端木|百里|东郭|南宫|独孤|呼延|闻人|淳于|单于|太史|申屠|赫连|澹台|公冶|宗政|濮阳|鲜于|万俟|闾丘|钟离';
/** 买买提·艾力, whichever dot it is typed with. */
const DOTTED = '\\p{Script=Han}{1,8}?(?:[·•‧∙⋅・･．]\\p{Script=Han}{1,8}?){1,3}';
const NAME = `(?<name>${DOTTED}|(?:${COMPOUND}|[${SURNAMES}])\\p{Script=Han}{1,2})`;
/** What begins like a name and is none, or ends a clause after one character. */
const NO_NAME =
  /^(?:高度|高兴|方便|方面|安全|安排|马上|常年|常常|明显|明确|温暖|平时|平均|周边|周围|于是|于[一二三四五六七八九今本上]|金额|时常|时间|成立|成功|成为|石头|白天|黄土|和.|都.|向.|家.|应.|能.|从.|通过|通行|连续|全.|关于|关注|别的|相关|公[共开路]|国家|广大|文件|文化|后[来面续]|东[边面侧西南北]|车辆|路[面过边]|单独|单位|红[白旗]|满意|强烈|强调|计划|游泳|荣誉|富裕|利用|利益|古[树井]|花费|江边|查[看询]|解决|干[旱活群]|自|养[殖老鸡猪]|房[屋子]|田[地间]|水|终[于年]|毕竟|任何|居[民住]|权益|党[员委支组]|农[民业户]|空|山[上区]|谷|丰|祖|阴|暴|景|米|鱼|羊|牛|马路|夏[天季]|秋|易|步|牧|经)|[村镇乡县市区组队厂站店部所局院办屯庄寨湾沟坡河路桥家们某等的了说称是在有要对把被将]$/u;
const PERSON =
  '(?:村民|群众|户主|老人|老汉|大爷|大娘|低保户|五保户|脱贫户|监测户|贫困户|残疾人|学生|病人|患者|当事人|反映人|来访人|信访人|联系人|女儿|儿子|儿媳|女婿|妻子|丈夫|母亲|父亲|孙子|孙女)';
/** After a name: the end of a clause, an age, a family, or what a person does. */
const AFTER =
  '(?=[，,。；;：:、（()）\\s]|$|家(?:里|中|的|门|住|有|房)|等(?:人|户|[一二三四五六七八九十\\d])|夫妇|夫妻|反映|来电|来访|表示|因(?:病|残)|患|去世|同志)';
/** Beside these after a word for a person, where hardly anything else is meant: what somebody says, needs or lacks. */
const DOES =
  '(?=说|称|讲|急需|急着|独居|独自|无人|无力|没人|没有|没钱|已经?|正在|在家|在外|上学|就医|住院|外出|要求|希望|想要|与|和|被)';
const PATTERNS = [
  new RegExp(`(?<=${PERSON})[：:]?\\s?${NAME}(?:${AFTER}|${DOES})`, 'dgu'),
  new RegExp(`(?<=[一二三四五六七八九十\\d]组)${NAME}(?=说|称|反映|来电|来访|家[里中的住有房])`, 'dgu'),
  new RegExp(
    `(?<=(?:姓名|名叫|名字叫|联系人|户主|当事人|反映人|来访人|来电人)[：:]?\\s?(?:叫|是|为)?)${NAME}${AFTER}`,
    'dgu',
  ),
  new RegExp(`(?<![\\p{Script=Han}])${NAME}(?=[，,（(\\s]{1,2}(?:男|女|现?年?\\d{1,3}岁|身份证|电话|手机))`, 'dgu'),
];

interface Span {
  start: number;
  end: number;
  text: string;
}

export function findNames(text: string): Span[] {
  const { plain, starts, ends } = condensed(text);
  const parted =
    plain === text
      ? []
      : namesIn(plain).map(({ start, end }) => [starts[start] ?? 0, ends[end - 1] ?? text.length] as const);
  const found = [...namesIn(text), ...parted.map(([start, end]) => ({ start, end, text: text.slice(start, end) }))];
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, i, all) => !all.slice(0, i).some((earlier) => start < earlier.end));
}

const namesIn = (text: string): Span[] =>
  PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.name ?? [];
    const name = text.slice(start, end);
    return end > start && !NO_NAME.test(name) ? [{ start, end, text: name }] : [];
  });
