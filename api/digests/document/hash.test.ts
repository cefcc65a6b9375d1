import { expect, test } from '@jest/globals';
import { hashContent } from '../../platform/papers/hash.ts';
import { exampleIssue } from './issue.example.ts';

test('the hash does not depend on the order of fields, which a database does not keep', () => {
  const issue = exampleIssue();
  const reversed = JSON.parse(JSON.stringify(issue), (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
  expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(issue));
  expect(hashContent(reversed)).toBe(hashContent(issue));
  expect(hashContent(issue)).toMatch(/^[0-9a-f]{64}$/);
});

test('any change of the content changes the hash', () => {
  const issue = exampleIssue();
  const [first, ...rest] = issue.sections;
  const changes = [
    { ...issue, copies: 61 },
    { ...issue, sections: [...issue.sections].reverse() },
    { ...issue, sections: [{ ...first, heading: `${first?.heading}。`, items: first?.items ?? [] }, ...rest] },
  ];
  expect(new Set([issue, ...changes].map(hashContent)).size).toBe(4);
});
