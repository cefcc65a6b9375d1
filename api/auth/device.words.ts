import type { Words } from '../platform/contract/words.ts';

/** First match first: what imitates another names itself beside it. */
const SYSTEMS = [
  ['HARMONY', /HarmonyOS|OpenHarmony/, ['鸿蒙手机', 'HarmonyOS phone']],
  ['ANDROID_PHONE', /Android.*Mobile/, ['Android 手机', 'Android phone']],
  ['ANDROID_TABLET', /Android/, ['Android 平板', 'Android tablet']],
  ['IPHONE', /iPhone|iPod/, ['iPhone', 'iPhone']],
  ['IPAD', /iPad/, ['iPad', 'iPad']],
  ['WINDOWS', /Windows/, ['Windows 电脑', 'Windows computer']],
  ['MAC', /Macintosh/, ['Mac 电脑', 'Mac']],
  ['LINUX', /Linux|X11/, ['Linux 电脑', 'Linux computer']],
] as const satisfies readonly (readonly [string, RegExp, Words])[];
const BROWSERS = [
  ['WECOM', /wxwork/i, ['企业微信', 'WeCom']],
  ['WECHAT', /MicroMessenger/, ['微信', 'WeChat']],
  ['DINGTALK', /DingTalk/i, ['钉钉', 'DingTalk']],
  ['QUARK', /Quark/, ['夸克', 'Quark']],
  ['UC', /UCBrowser/, ['UC 浏览器', 'UC Browser']],
  ['QQ', /QQBrowser|MQQ/, ['QQ 浏览器', 'QQ Browser']],
  ['HUAWEI', /HuaweiBrowser/, ['华为浏览器', 'Huawei Browser']],
  ['XIAOMI', /MiuiBrowser/, ['小米浏览器', 'Mi Browser']],
  ['EDGE', /Edg/, ['Edge', 'Edge']],
  ['FIREFOX', /Firefox|FxiOS/, ['Firefox', 'Firefox']],
  ['CHROME', /Chrome|CriOS/, ['Chrome', 'Chrome']],
  ['SAFARI', /Safari/, ['Safari', 'Safari']],
] as const satisfies readonly (readonly [string, RegExp, Words])[];
const UNKNOWN: Words = ['其他设备', 'another device'];

/** "ANDROID_PHONE CHROME": neither versions nor models, which would tell one phone from another; null of a program. */
export function deviceOf(userAgent: string | undefined): string | null {
  const kindIn = (kinds: readonly (readonly [string, RegExp, Words])[]) =>
    kinds.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0];
  const found = [kindIn(SYSTEMS), kindIn(BROWSERS)].filter(Boolean);
  return found.length > 0 ? found.join(' ') : null;
}

/** "Android 手机 · Chrome", in both languages. */
export function deviceWords(device: string | null): Words {
  const words = [...SYSTEMS, ...BROWSERS]
    .filter(([kind]) => device?.split(' ').includes(kind))
    .map(([, , said]) => said);
  if (words.length === 0) return UNKNOWN;
  return [words.map(([zh]) => zh).join(' · '), words.map(([, en]) => en).join(' · ')];
}
