/** 苗头: 多个村反映的同类事项. */
export default {
  title: '苗头处置',
  name: '苗头',
  none: '这里没有苗头；在“信息办理”中选中同类信息后可列为苗头。',
  gone: '该苗头不在本单位，或不存在。',
  seenIn: '{{count, number}} 条信息',
  reports: '所依据的信息（{{count, number}}）',
  unseen: '另有 {{count, number}} 条不在您的查看范围内',
  fact: {
    unit: '开列单位',
    opened: '开列',
    owner: '责任单位或责任人',
    plan: '预案',
    answer: '统一答复',
    answered: '答复时间',
  },
  open: {
    title: '列为苗头',
    about:
      '所选 {{count, number}} 条信息作为同一苗头，统一定预案、统一答复；各条信息照常办理。须至少 {{reports, number}} 条，涉及 {{villages, number}} 个村。',
    name: '苗头名称',
    done: '{{no}} 已列为苗头',
  },
  gather: {
    about: '取消勾选的信息移出苗头，照常单独办理。至少留 {{count, number}} 条。',
    which: '留在苗头中的信息',
    unseen: '有信息不在您的查看范围内，不能调整。',
  },
  plan: { about: '写明谁负责、在蔓延之前怎么处置。' },
  dialog: {
    about: {
      answer: '答复会发给这 {{count, number}} 条信息的全部报送人，请用群众听得懂的话。',
      dissolve: '说明不属同类的原因，各条信息照常单独办理。撤销后可以恢复。',
    },
    label: { answer: '答复内容', dissolve: '撤销原因' },
  },
};
