export default {
  title: '检索',
  label: '检索信息、摘报和批示',
  placeholder: '内容、地名、主题、拼音、编号、期号，空格分开多个词',
  reports: '信息',
  papers: { DIGEST: '信息摘报', INSTRUCTION: '领导批示' },
  issue: '{{year}}年第{{no}}期',
  item: '第{{number, number}}条',
  more: '更多“{{name}}”结果',

  begin: '检索您能看到的全部信息',
  tooShort: '请输入至少两个字',
  ways: '可以用：内容里的词（如“机井”）、乡镇和村的名称、主题（如“饮水难”），以上都可输入拼音或首字母（如“duanshui”“ysn”）；还可以用报送人全名、信息编号或其中几位数字；摘报可用期号（第28期、2026年第3期），批示可用编号（2026-0290）。',
  examples: '机井|道路|垃圾|低保|学校|排水|宅基地|卫生室',
  nothing: '没有找到“{{text}}”',
  try: '可以减少词数、换个说法、只写地名首字母，或去掉筛选条件。',
  widen: '去掉筛选条件',
};
