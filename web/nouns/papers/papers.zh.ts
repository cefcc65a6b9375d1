export default {
  title: '文书',
  none: '还没有文书。受理、交办、报结、回访时由系统编号生成。',
  folder: '案卷 PDF',
  folderHint: '封面、目录和全部文书，按页编号',
  print: '打印',
  issuer: '{{issuer}} 制发于 {{at}}',
  hash: '正文校验值 {{hash}}',
  gone: '没有这份文书，或您无权查看',
};
