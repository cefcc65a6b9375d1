/** What somebody has to do by when. */
export default {
  title: 'For you to do',
  none: 'Nothing waits for you',
  reminded: 'Others are late',
  by: 'Owed by {{unit}}',
};
