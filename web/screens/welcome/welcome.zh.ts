export default {
  title: '使用介绍',
  page: '第 {{number, number}} 幅，共 {{count, number}} 幅',
  skip: '跳过',
  next: '下一步',
  start: '开始使用',
  officer: {
    write: { title: '群众一说，当场就记', text: '三步填完一条信息。村、时间和您的姓名已经填好。' },
    kept: { title: '没有信号也不会丢', text: '写好的内容先存在本机，显示“待发”。有了信号自动送出，送达才算数。' },
    answered: { title: '件件看得到回音', text: '收到、退回补正、采用、批示、办结，都在“我的上报”里。' },
  },
  leader: {
    alert: { title: '紧急的事先到您这里', text: '打开“今日”，先看紧急信息。看过请点“知悉”，否则会继续提醒。' },
    instruct: { title: '两下就能批示', text: '读到哪一条，点“批示”，选常用语或自己写。承办单位查看前可以撤回。' },
    digest: { title: '摘报随身看', text: '最新一期存在本机，没有信号也能读，也能批示。' },
  },
};
