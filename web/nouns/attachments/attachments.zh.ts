/** What belongs to a report, case or revisit: pictures, voice notes, documents. */
export default {
  title: { REPORT: '附件', CASE: '证据材料', REVISIT: '回访材料' },
  /** Where some of a kind are still awaited. */
  some: {
    PHOTO: '{{count, number}}张照片已到{{arrived, number}}张',
    VOICE: '{{count, number}}段录音已到{{arrived, number}}段',
    FILE: '{{count, number}}份文件已到{{arrived, number}}份',
  },
  mark: { all: '附件{{count, number}}', some: '附件{{arrived, number}}/{{count, number}}' },
  kind: { PHOTO: '照片', VOICE: '录音', FILE: '文件' },
  photo: '照片{{no, number}}',
  awaited: '还没传到',
  needsSignal: '联网后可看',
  refused: '未接收：{{why}}',
  unseen: '暂时打不开',
  again: '再试一次',
  look: '放大看{{name}}',
  save: '下载{{name}}',
  viewer: {
    title: '照片 {{no, number}} / {{all, number}}',
    alt: '照片{{no, number}}，共{{all, number}}张',
    previous: '上一张（←）',
    next: '下一张（→）',
    larger: '放大（+）',
    smaller: '缩小（−）',
    whole: '显示整张（0）',
    turn: '向右转（R）',
    close: '关闭（Esc）',
    zoom: '{{percent, number}}%',
  },
};
