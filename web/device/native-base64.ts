/** What tus-js-client writes metadata with (web/vite.config.ts): its own encoder is for browsers that had none. */
export const Base64 = {
  encode: (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text))),
};
