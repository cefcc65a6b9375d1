export default {
  title: '十日信息摘报',
};
