/** One read for all who ask before it begins; who asks while it runs waits for the next, so that no answer is older than its question. */
export function together<Answer>(read: () => Promise<Answer>): () => Promise<Answer> {
  let next: Promise<Answer> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const begin = async () => {
    await running.catch(() => {}); // whoever asked for that one is told
    next = undefined;
    const answer = read();
    running = answer;
    return answer;
  };
  return () => {
    next ??= begin();
    return next;
  };
}
