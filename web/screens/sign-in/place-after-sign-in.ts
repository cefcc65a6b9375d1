/** Where to go after signing in: where one wanted to, when the post opens it. */
export function placeAfterSignIn(next: string | null, screens: readonly string[]): string {
  const family = next?.match(/^\/([a-z]+)(?=[/?#]|$)/)?.[1];
  return next && family && screens.includes(family) ? next : '/';
}
