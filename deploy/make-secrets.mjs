// Writes the secrets of docker-compose.yml, once: existing files are left as they are.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('secrets/', import.meta.url));
// The folder is closed to others; the files are open because the containers read them under their own user numbers.
mkdirSync(folder, { recursive: true, mode: 0o700 });
// A folder from before villagers' contacts were kept has no key for them.
if (!existsSync(`${folder}contact-keys`)) {
  writeFileSync(`${folder}contact-keys`, `${new Date().getFullYear()}:${randomBytes(32).toString('base64')}`);
  console.log(`A key for contacts is in ${folder}contact-keys: keep a copy, apart from the database's backups.`);
}
if (existsSync(`${folder}postgres-password`)) {
  console.log(`The secrets stand in ${folder} already; the passwords have not changed.`);
} else {
  const [administrator, runtime] = [0, 1].map(() => randomBytes(24).toString('base64url'));
  const url = (role, password) => `postgres://${role}:${password}@postgres:5432/lianxinqiao`;
  writeFileSync(`${folder}database-url`, url('postgres', administrator));
  writeFileSync(`${folder}app-database-url`, url('lxq_app', runtime));
  writeFileSync(`${folder}postgres-password`, administrator);
  console.log(`Written to ${folder}: keep a copy in a safe place.`);
}
