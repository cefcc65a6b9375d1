// Writes the secrets of docker-compose.yml, once: existing files are left as they are.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('secrets/', import.meta.url));
if (existsSync(`${folder}postgres-password`)) {
  console.log(`The secrets stand in ${folder} already; nothing has changed.`);
} else {
  const [administrator, runtime] = [0, 1].map(() => randomBytes(24).toString('base64url'));
  const url = (role, password) => `postgres://${role}:${password}@postgres:5432/lianxinqiao`;
  // The folder is closed to others; the files are open because the containers read them under their own user numbers.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(`${folder}database-url`, url('postgres', administrator));
  writeFileSync(`${folder}app-database-url`, url('lxq_app', runtime));
  writeFileSync(`${folder}postgres-password`, administrator);
  console.log(`Written to ${folder}: keep a copy in a safe place.`);
}
