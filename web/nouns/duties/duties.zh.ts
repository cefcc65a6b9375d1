/** What somebody has to do by when. */
export default {
  title: '待我办理',
  none: '没有待办事项',
  reminded: '提醒我督促',
  by: '{{unit}}办理',
};
