// Completes package-lock.json where the registry at hand lacked a package for another platform: npm leaves such an
// optional package out of the lock file, and then "npm ci" refuses the whole of it. Run after every dependency change.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));

const SYSTEMS = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'netbsd', 'openbsd', 'openharmony', 'sunos'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32', 'arm'];

/** Every optional dependency that the lock file names but does not hold, by the place where npm would look last. */
function gaps() {
  const found = {};
  for (const [from, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const held = [`${from}/node_modules/${name}`, `node_modules/${name}`].some((place) => place in lock.packages);
      if (!held) found[`node_modules/${name}`] = entryFor(name, version, dev);
    }
  }
  return found;
}

function entryFor(name, version, dev) {
  const platform = name.slice(name.lastIndexOf('/') + 1);
  const os = SYSTEMS.filter((system) => platform.includes(system));
  const cpu = PROCESSORS.filter((processor) => platform.includes(processor)).slice(0, 1);
  if (os.length + cpu.length === 0 || !/^\d/.test(version))
    throw new Error(`${name}@${version} is no package of another platform`);
  const libc = platform.includes('musl') ? { libc: ['musl'] } : platform.includes('gnu') ? { libc: ['glibc'] } : {};
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...libc,
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

const missing = gaps();
const names = Object.keys(missing);
if (process.argv.includes('--check')) {
  if (names.length > 0) console.error(`package-lock.json lacks ${names.length} optional packages: node bin/lock.mjs`);
  process.exitCode = names.length > 0 ? 1 : 0;
} else if (names.length > 0) {
  const { '': root, ...rest } = { ...lock.packages, ...missing };
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = { '': root, ...Object.fromEntries(sorted) };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${names.length} optional packages of other platforms to package-lock.json`);
}
