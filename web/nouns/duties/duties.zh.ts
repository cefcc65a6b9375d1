/** What somebody has to do by when. */
export default {
  title: '待我办理',
  none: '没有待办事项',
};
