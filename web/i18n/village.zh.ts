export default {
  title: '本村信息',
};
