/** What somebody has to do by when. */
export default {
  title: 'For you to do',
  none: 'Nothing waits for you',
};
