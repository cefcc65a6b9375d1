export default {
  title: '概览',
  trays: '我的办理',
  issue: {
    newest: '最新一期摘报',
    none: '还没有印发的摘报',
    items: '{{count, number}} 条',
    issuedOn: '{{day}} 印发',
    more: '另有 {{count, number}} 条',
  },
  doors: '工作入口',
  door: {
    officer: '在手机上报送群众反映的事',
    desk: '受理研判、退回补充、并件、反馈',
    matters: '批示、案件、回访、单子、通报、苗头、督查统计',
    digests: '编辑、签发、印发摘报',
    analyst: '按乡镇、类别、来源、状态统计',
    search: '按原文查找信息',
    network: '单位覆盖、领导分工、类别与来源',
    admin: '维护类别与来源，导入名册',
  },
};
