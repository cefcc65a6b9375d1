export default {
  title: '信息报送',
};
