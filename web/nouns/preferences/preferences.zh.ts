/** How somebody has arranged a list. */
export default {
  arrange: '列与密度',
  keep: '保存',
  columns: '显示的列及先后',
  up: '上移“{{name}}”',
  down: '下移“{{name}}”',
  density: { label: '密度', ROOMY: '宽松', CLOSE: '紧凑' },
  sort: { label: '排序', NEWEST: '最新在前', DUE_FIRST: '先到期在前' },
  reset: '恢复默认',
};
