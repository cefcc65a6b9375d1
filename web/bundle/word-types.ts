import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const WEB = path.dirname(import.meta.dirname);
const families = globSync('{i18n,ui,session,nouns/*,screens/*}/*.zh.ts', { cwd: WEB })
  .map((file) => [path.basename(file, '.zh.ts'), file.replaceAll('\\', '/')])
  .sort();

/** A step of `npm run codegen`: the type of everything that is said, a family a file of Chinese words (i18n/files.ts finds them in the same way). */
writeFileSync(
  path.join(WEB, 'app/words.generated.ts'),
  `export interface AllWords {
${families.map(([family, file]) => `  ${family}: typeof import('../${file}').default;\n`).join('')}}
`,
);
