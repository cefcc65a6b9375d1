export default {
  title: '文书',
  none: {
    case: '还没有文书。受理、交办、报结、回访时由系统编号生成。',
    revisit: '还没有回访单。记录回访或准予计入时由系统编号生成。',
    order: '还没有文书。签发时由系统编号生成。',
    censure: '还没有文书。印发时由系统编号生成。',
  },
  draft: {
    look: '预览文书',
    title: '文书预览（草稿）',
    about: '按现在的内容生成，没有编号，不会保存。',
    of: '{{title}}（草稿）',
    mark: '草稿',
    none: '现在没有要生成的文书',
  },
  folder: '案卷 PDF',
  folderHint: '封面、目录和全部文书，按页编号',
  matter: { case: '查看案件', revisit: '查看回访', order: '查看单子', censure: '查看通报' },
  print: '打印',
  issuer: '{{issuer}} 制发于 {{at}}',
  hash: '正文校验值 {{hash}}',
  gone: '没有这份文书，或您无权查看',
};
