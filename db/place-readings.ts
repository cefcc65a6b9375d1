import { pinyin } from 'pinyin-pro';

/** Surnames whose reading differs from the character's usual one; villages are mostly named after a family. */
const SURNAMES: Record<string, string> = {
  单: 'shan',
  解: 'xie',
  盖: 'ge',
  曾: 'zeng',
  朴: 'piao',
  查: 'zha',
  仇: 'qiu',
  区: 'ou',
  乐: 'yue',
  缪: 'miao',
  尉: 'yu',
  员: 'yun',
  牟: 'mu',
  任: 'ren',
  翟: 'zhai',
  祭: 'zhai',
  隗: 'wei',
  覃: 'qin',
  谌: 'chen',
  宓: 'fu',
  撒: 'sa',
  繁: 'po',
};

/** Words that read otherwise in names of places than elsewhere. */
const WORDS: Record<string, string[]> = {
  里堡: ['li', 'pu'],
  单县: ['shan', 'xian'],
  莘县: ['shen', 'xian'],
  蔚县: ['yu', 'xian'],
  乐亭: ['lao', 'ting'],
  乐陵: ['lao', 'ling'],
  东阿: ['dong', 'e'],
  六安: ['lu', 'an'],
  洪洞: ['hong', 'tong'],
  大夫: ['dai', 'fu'],
  解元: ['jie', 'yuan'],
  乐集: ['le', 'ji'],
  伯乐: ['bo', 'le'],
  安乐: ['an', 'le'],
  长乐: ['chang', 'le'],
  永乐: ['yong', 'le'],
  人民: ['ren', 'min'],
  委员: ['wei', 'yuan'],
  行政: ['xing', 'zheng'],
};

/** What follows a family's name in the name of its village: 单楼, 解庄, 单王庄. */
const SETTLEMENT =
  /^(庄|楼|集|寨|村|堂|营|店|铺|屯|桥|洼|湾|坊|坑|园|家|海|河|口|沟|岗|街|坡|岭|山|塘|坝|圩|王|李|张|刘|陈|赵|小)/;

/** 单楼村民委员会 → shanloucunminweiyuanhui, slcmwyh. Readings are those of names of places. */
export function spelled(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true });
  const characters = [...name];
  if (syllables.length === characters.length) correct(characters, syllables);
  const sounds = syllables.map((syllable) => syllable.toLowerCase());
  return { pinyin: sounds.join(''), initials: sounds.map((sound) => sound[0] ?? '').join('') };
}

function correct(characters: string[], syllables: string[]): void {
  characters.forEach((character, i) => {
    const surname = SURNAMES[character];
    if (surname && SETTLEMENT.test(characters.slice(i + 1).join(''))) syllables[i] = surname;
  });
  for (const [word, reading] of Object.entries(WORDS)) {
    const at = characters.join('').indexOf(word);
    if (at >= 0) syllables.splice(at, reading.length, ...reading);
  }
}
