/** One line for whoever started us; what they can do about it, where we know. */
export function explain(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what uses it, or set another PORT`;
  if (code === 'EACCES' && port) return `Port ${port} is for the administrator only: set a PORT of 1024 or more`;
  return message ?? String(error);
}
