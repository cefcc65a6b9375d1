/** 待签. */
export default {
  title: '待签',
  none: '没有等您签发的文件',
  since: '送签：',
  all: '查看全部',
  kind: {
    DIGEST: '信息摘报',
    RESULT: '办理报告',
    CASE_RESULT: '案件办理报告',
    CASE_CLOSING: '结案签字',
    ORDER: '单子',
    CENSURE: '通报',
  },
};
