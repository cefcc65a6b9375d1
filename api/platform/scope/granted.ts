/** What a level reads of a table that it may not even be granted, because no policy gives it a row there: nothing, as of any other row out of sight. Nothing is read in the transaction after that. */
export async function granted<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if ((error as { code?: string }).code === NOT_GRANTED) return null;
    throw error;
  }
}
const NOT_GRANTED = '42501';
