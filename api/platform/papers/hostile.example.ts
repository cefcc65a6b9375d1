/** What people type, paste or try: each must stand on paper as the text it is. */
export const HOSTILE_TEXTS = {
  'Typst markup': '#import "x.typ": * #let a = 1 $x^2$ *粗* _斜_ `代码` @ref <标签> // 注释 /* */ \\ ~ -- --- ...',
  'XML and template signs': `<w:t>&amp; ]]> <!-- --> &#x0; "引'号" {{x}} %s \${1} </w:p><script>alert(1)</script>`,
  'emoji and rare characters': '表情😀👍🚜 生僻字䶮㛃𬱖劐阢坶塥',
  'a word without an end': `长词${'A1'.repeat(200)}末`,
  'an address': `http://example.org/${'path/to?x=1&'.repeat(20)}`,
  'full-width forms and spaces': '　全角ＡＢＣ１２３（括号）【】《》——……·　',
};

export const RIGHT_TO_LEFT = 'שלום עולם مرحبا بالعالم';
