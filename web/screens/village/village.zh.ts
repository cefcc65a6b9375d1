export default {
  title: '本村信息',
  of: '{{village}}上报的信息',
  back: '‹ 返回列表',
  empty: '本村还没有上报过信息',
};
