/** 呈阅: a report that the office puts before leaders at once. */
export default {
  title: '呈阅领导',
  deed: '呈领导批示',
  hint: '{{channel}}采集的信息应及时呈报主要领导批办，不等摘报。',
  ask: '呈领导批示：{{no}}',
  leaders: '呈阅哪些领导',
  leadersHelp: '默认呈主要领导；可增减。领导可批示，也可只阅不批。',
  help: '所选领导的手机立即收到，可查看信息全文。报送人只看到已呈领导，看不到批示内容。',
  done: '已呈 {{count, number}} 位领导：{{no}}',
  unpresent: '撤回',
  unpresented: '已撤回呈{{name}}的 {{no}}',
  by: '{{name}} {{time}} 呈',
  state: { PRESENTED: '待阅批', READ: '已阅', INSTRUCTED: '已批示', WITHDRAWN: '已撤回' },
  since: '{{time}} {{state}}',
};
