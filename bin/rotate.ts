import { contactKeysOf } from './contact-keys.ts';
import { openDatabase } from './database.ts';
import { environment } from './environment.ts';
import { explain } from './explain.ts';
import { loadApi } from './server.ts';

/** `npm run rotate -- contacts`: seals anew, under the first of CONTACT_KEYS, what stands under the others; beside running servers, and again after a cut. */
const env = await environment();
try {
  if (process.argv[2] !== 'contacts') throw new Error('What is to be rotated? npm run rotate -- contacts');
  const [keys, api] = await Promise.all([contactKeysOf(env), loadApi()]);
  const database = await openDatabase(env, console.log);
  try {
    if (!database.adminUrl) throw new Error('Bad setting: DATABASE_URL is needed to rotate');
    const left = await api.rotateContacts(database.adminUrl, keys, console.log);
    if (left > 0) process.exitCode = 1;
  } finally {
    await database.stop();
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
