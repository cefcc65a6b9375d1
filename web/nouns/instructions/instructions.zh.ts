/** What of an instruction is shown at desks and on the leader's phone alike. */
export default {
  way: '办理经过',
  heldBy: { OFFICE: '现由县群工办办理', UNIT: '现由{{unit}}办理', LEADER: '结果待您阅示' },
  heldSince: '{{who}}（{{time}} 起）',
  result: {
    title: '办理报告（第 {{round, number}} 次）',
    finding: '结论',
    body: '办理情况',
    answer: '可告知的答复',
    opinion: '群众意见',
    request: '请求事项（处理意见书）',
    basis: '处理依据',
    remedy: '不服意见的途径和期限',
    drawing: '群众签名',
    kept: '签字原件',
    witnesses: '见证人',
    written: '填写',
    signed: '签字',
    unsigned: '待签字',
  },
};
