export default {
  title: '全文检索',
};
