export default {
  title: '信息办理',
};
