import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { default as instance } from 'subset-font';
import { type FontNames, mergeFonts } from './sfnt.merge.ts';

interface Typeface extends FontNames {
  /** The npm package, and its folder of WOFF2 slices of one variable font. */
  source: string;
  folder: string;
  slice: RegExp;
}

const SOURCE_HAN_SERIF = {
  source: '@chinese-fonts/syst',
  folder: 'dist/SourceHanSerifCN',
  slice: /\.woff2$/,
  family: 'Lianxin Song',
  copyright: 'Derived from Source Han Serif CN VF 2.001, © 2017-2022 Adobe, reserved font name “Source”',
};

const NOTO_SANS = {
  source: '@fontsource-variable/noto-sans-sc',
  folder: 'files',
  slice: /-wght-normal\.woff2$/,
  family: 'Lianxin Hei',
  copyright: 'Derived from Noto Sans SC, © 2014-2021 Adobe',
};

const NOTO_EMOJI = {
  source: '@fontsource-variable/noto-emoji',
  folder: 'files',
  slice: /-wght-normal\.woff2$/,
  family: 'Lianxin Emoji',
  copyright: 'Derived from Noto Emoji, © 2013-2022 Google',
};

/** Han of Hong Kong's and Japan's lists that stand beyond the first plane (𡋾 𠮷) and that no free Song face of the mainland has. */
const rareHan = (region: 'hk' | 'jp') => ({
  source: `@fontsource-variable/noto-serif-${region}`,
  folder: 'files',
  slice: /-wght-normal\.woff2$/,
  family: `Lianxin Rare ${region.toUpperCase()}`,
  copyright: 'Derived from Noto Serif CJK, © 2017-2024 Adobe',
});

/**
 * The free stand-ins for the official typefaces, which may be named but not shipped: Song for 仿宋 and 小标宋 (30,000
 * characters: GB 2312 whole, nearly all of GB 18030's Han), Hei for 黑体 (13,000; others are set in Song), and the signs that
 * people type on phones. All are under the SIL Open Font License, which forbids a changed font the name “Source”: hence
 * names of our own.
 */
const TYPEFACES: Typeface[] = [
  { ...SOURCE_HAN_SERIF, weight: 400 },
  { ...SOURCE_HAN_SERIF, weight: 700 },
  { ...NOTO_SANS, weight: 600 },
  { ...NOTO_EMOJI, weight: 400 },
  { ...rareHan('hk'), weight: 400 },
  { ...rareHan('jp'), weight: 400 },
];

/** Counts up whenever the files made below would differ. */
const MADE = 2;

/** The folder with the font files inside `cache`: made once, by whoever comes first, and complete from the moment it exists. */
export async function typefacesIn(cache: string): Promise<string> {
  const versions = await Promise.all(TYPEFACES.map(({ source }) => packageVersion(source)));
  const key = createHash('sha256')
    .update(JSON.stringify([MADE, TYPEFACES, versions]))
    .digest('hex')
    .slice(0, 12);
  const folder = join(cache, `typefaces-${key}`);
  if (await exists(folder)) return folder;
  const making = join(cache, `.making-${randomUUID()}`);
  await mkdir(making, { recursive: true });
  try {
    for (const typeface of TYPEFACES) {
      await writeFile(
        join(making, `${typeface.family.replaceAll(' ', '-')}-${typeface.weight}.ttf`),
        await made(typeface),
      );
    }
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

/** A typesetter without variable fonts would show their thinnest weight: one weight is cut out of every slice first. */
async function made(typeface: Typeface): Promise<Buffer> {
  const folder = join(packageFolder(typeface.source), typeface.folder);
  const slices = (await readdir(folder)).filter((name) => typeface.slice.test(name)).sort();
  const fonts: Buffer[] = [];
  for (const slice of slices) fonts.push(await staticFont(await readFile(join(folder, slice)), typeface.weight));
  return mergeFonts(fonts, typeface);
}

function staticFont(font: Buffer, weight: number): Promise<Buffer> {
  return instance(font, undefined, {
    keepAllGlyphs: true,
    noHinting: true,
    targetFormat: 'truetype',
    variationAxes: { wght: weight },
    dropTables: ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'vhea', 'vmtx'],
  });
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

async function packageVersion(name: string): Promise<string> {
  return JSON.parse(await readFile(join(packageFolder(name), 'package.json'), 'utf8')).version;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
