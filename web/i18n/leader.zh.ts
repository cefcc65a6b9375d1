export default {
  title: '领导阅示',
};
