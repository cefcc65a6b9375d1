/** What tus-js-client resolves addresses with (web/vite.config.ts): its own parser is for browsers that had none. */
export default URL;
