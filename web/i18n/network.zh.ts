export default {
  title: '工作网络',
};
