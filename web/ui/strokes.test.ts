import { expect, test } from '@jest/globals';
import { resultProblems } from '@lxq/schema/results/result-draft.ts';
import { FIELD, isApart, pointIn, strokeOf } from './strokes.ts';

const box = { x: 20, y: 100, width: 300, height: 120 };

test('a press stands on the field by its part of the box, and never beside it', () => {
  expect(pointIn(box, { x: 170, y: 160 })).toEqual({ x: FIELD.width / 2, y: FIELD.height / 2 });
  expect(pointIn(box, { x: 0, y: 900 })).toEqual({ x: 0, y: FIELD.height });
  expect(pointIn({ ...box, width: 0 }, { x: 40, y: 100 })).toEqual({ x: 0, y: 0 });
});

test('a stroke is a path, and a dot is to be seen', () => {
  const [from, to] = [
    { x: 12, y: 30 },
    { x: 14, y: 31 },
  ];
  expect(strokeOf([from, to])).toBe('M12 30 L14 31');
  expect(strokeOf([from])).toBe('M12 30 L12 30');
  expect(strokeOf([])).toBe('');
  expect(isApart(from, to)).toBe(false);
});

test('the server takes what is drawn, stroke after stroke', () => {
  const told = { finding: 'TRUE_RESOLVED', opinionForm: 'DRAWN', kept: '' } as const;
  const words = { body: '换了水泵，恢复供水，群众已用上水。', answer: '水泵已换好，恢复供水。', opinion: '满意' };
  const drawing = [
    [
      { x: 0, y: 0 },
      { x: FIELD.width, y: FIELD.height },
    ],
    [{ x: 500, y: 200 }],
  ].map(strokeOf);
  expect(resultProblems({ ...told, ...words, drawing: drawing.join('') })).toEqual([]);
  expect(resultProblems({ ...told, ...words, drawing: '' })).toEqual([{ field: 'drawing', problem: 'MISSING' }]);
});
