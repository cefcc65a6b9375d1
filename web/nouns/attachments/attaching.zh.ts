/** Adding to a case or revisit at a desk, and taking back. */
export default {
  deed: '添加照片或文件',
  hint: '照片自动缩小；文件收PDF、DOCX、XLSX、PPTX、TXT、CSV，不超过20 MB。',
  PREPARING: '正在准备…',
  WAITING: '等前面的传完',
  SENDING: '正在上传 {{percent, number}}%',
  retry: '再试一次',
  dismiss: '不传了',
  kept: '文件还在这里，没有传上去。',
  removeOne: '删去{{name}}',
  remove: '删去',
  removeAsk: '删去{{name}}？',
  removeHint: '内容不再显示，一天后清除；添加和删去的记录会保留。',
  removed: '已删去{{name}}',
  fault: {
    HEIC: '苹果HEIC格式，本浏览器打不开。请另存为JPEG后再传。',
    NO_PHOTO: '打不开，不是照片或已损坏。',
    LARGE: '缩小后仍超过2 MB，请换一张。',
    FILE_LARGE: '文件超过20 MB，请拆分或压缩后再传。',
    EMPTY: '文件是空的，请重新选择。',
  },
};
