import { performance } from 'node:perf_hooks';
import { expect, test } from '@jest/globals';
import { documentText } from '@lxq/schema/digests/digest-document.ts';
import { sha256 } from '../../platform/papers/hash.ts';
import { docxLines, pdfWords, words } from '../../platform/papers/text.reading.ts';
import { exportDigest } from './export.ts';
import { exampleIssue } from './issue.example.ts';

/** Processor time of this thread, which a crowded machine does not lengthen as it does the time that passes. */
const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
test.each(['DOCX', 'PDF'] as const)(
  'a digest of 600 items becomes a %s within seconds, while the server goes on',
  async (format) => {
    const issue = exampleIssue(600);
    const started = performance.now();
    const before = spent();
    const parts: number[] = [];
    const file = await exportDigest(issue, format, { onProgress: (part) => parts.push(part) });
    const took = performance.now() - started;
    expect(took).toBeLessThan(20_000);
    expect((spent() - before) / took).toBeLessThan(0.25);
    expect(parts).toEqual([0, 0.3, 1]);
    const found = format === 'PDF' ? await pdfWords(file.bytes) : words(...docxLines(file.bytes));
    expect(found).toBe(words(...documentText(issue)));
  },
);

test('a file is named after the issue and comes with its hash', async () => {
  const file = await exportDigest({ ...exampleIssue(1), banner: '十日/信息\\摘报' }, 'DOCX');
  expect(file.fileName).toBe('十日信息摘报第7期（总第28期）.docx');
  expect(file.mediaType).toContain('wordprocessingml');
  expect(file.sha256).toBe(sha256(file.bytes));
});

/**
 * What an issue looks like does not change unless somebody means it: other versions of Typst, of the DOCX writer or of the
 * typefaces may change it too, and then somebody looks at the pictures before this is set anew.
 */
test.each([
  ['DOCX', 9, '13bb1ebf677c195a07fb38ad02072dac11bf6d44bb490cd65e06e2deb9414404'],
  ['PDF', 0, '3d25970e1042eeb3471cb31ad5838fe3dd364cdfa710d038d1a3fcb66f42b5eb'],
  ['PDF', 30, 'c933892286d7c4641ada68b86e21bc19ce5e2e8da4bf1b0795a50ff12581bc2d'],
] as const)('the %s of an issue of %d items has the bytes it always had', async (format, items, hash) => {
  expect((await exportDigest(exampleIssue(items), format)).sha256).toBe(hash);
});
