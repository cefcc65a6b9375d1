import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { maskedBody } from '../screens/digests/editor/maskedBody.ts';

const WEB = join(import.meta.dirname, '..');
const screens = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    file.endsWith('.tsx') && !file.includes('node_modules') && !file.includes('dist') && !file.includes('.test.'),
);

test('every form that takes a sentence shows the hint about personal data', () => {
  const forms = screens.filter((file) =>
    /TextArea\b|<textarea\b|EditorContent\b|<ReasonField\b/.test(readFileSync(join(WEB, file), 'utf8')),
  );
  expect(forms.length).toBeGreaterThanOrEqual(9);
  expect(forms).toContain(join('ui', 'desk', 'ReasonField.tsx')); // which shows it wherever it stands
  const without = forms.filter(
    (file) => !/<PersonalDataHint\b|<ReasonField\b/.test(readFileSync(join(WEB, file), 'utf8')),
  );
  expect(without).toEqual([]);
});

test('a number in an item is masked, also where half of it is bold', () => {
  const whole = maskedBody(richTextFromPlain('电话13812345678，\n请核实。'));
  expect(JSON.stringify(whole)).toContain('138****5678');
  const bold = [{ type: 'bold' as const }] as [{ type: 'bold' }];
  const parted = maskedBody({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '电话1381', marks: bold },
          { type: 'text', text: '2345678' },
        ],
      },
      { type: 'paragraph' },
    ],
  });
  expect(JSON.stringify(parted)).toContain('138****5678');
});
