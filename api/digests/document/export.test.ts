import { performance } from 'node:perf_hooks';
import { expect, test } from '@jest/globals';
import { documentText } from '@lxq/schema/digests/digest-document.ts';
import { exportDigest } from './export.ts';
import { sha256 } from './hash.ts';
import { exampleIssue } from './issue.example.ts';
import { docxLines, pdfWords, words } from './text.reading.ts';

test.each(['DOCX', 'PDF'] as const)(
  'a digest of 600 items becomes a %s within seconds, while the server goes on',
  async (format) => {
    const issue = exampleIssue(600);
    const started = performance.now();
    const before = performance.eventLoopUtilization();
    const parts: number[] = [];
    const file = await exportDigest(issue, format, (part) => parts.push(part));
    const busy = performance.eventLoopUtilization(before).utilization;
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(busy).toBeLessThan(0.5);
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
