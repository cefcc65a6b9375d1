import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { ownCopy } from './bundle/own-copy.ts';
import { precompressed } from './bundle/precompressed.ts';
import { preloaded } from './bundle/preloaded.ts';

const API = process.env.LXQ_API ?? 'http://127.0.0.1:4000';

/** What must open without a signal: the entry and the phone's screens, not the desks. */
const OFFLINE_ROOTS = [
  'app/app.tsx',
  'app/PhoneLayout.tsx',
  'screens/officer/routes.tsx',
  'screens/village/routes.tsx',
  'screens/leader/routes.tsx',
  'device/sending.ts',
  'screens/officer/Sent.tsx',
  'screens/officer/MyReports.tsx',
  'screens/officer/MyReport.tsx',
  'screens/officer/outbox/Outbox.tsx',
  'app/PhoneAccount.tsx',
  'screens/notifications/routes.tsx',
  'screens/welcome/Welcome.tsx',
  'device/written.ts',
  'nouns/attachments/Viewer.tsx',
  'ui/phone/dialogs.ts',
];
/** Fetched apart from the screens that use it. */
const OFFLINE_PARTS =
  /schema\/texts\/(people|personal-data|whereabouts)\.ts$|schema\/contacts\/contact-draft\.ts$|web\/device\/(compress|recording|export)\.ts$/;
const OFFLINE_WORDS =
  /\/(ui|session|words|officer|village|leader|digests|contacts|notifications|attachments|welcome|instructions)\.(zh|en)\.ts$/;

/**
 * Browsers fetch six files at a time over HTTP/1.1, each costing a round trip: few files, though never one that brings
 * what its screen does not need. A group takes along what its modules import, unless one above it has. Libraries stand
 * apart, because an update of ours leaves them as they are.
 */
const CHUNKS = [
  { name: 'start', tags: ['$initial' as const] },
  {
    name: 'libraries',
    test: /[\\/]node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next)[\\/]/,
  },
  { name: 'app', test: /[\\/]web[\\/]app[\\/]app\.tsx$/ },
  {
    name: 'screens',
    test: /[\\/]node_modules[\\/](@apollo[\\/]client|rxjs|graphql-ws|uuid)[\\/]|[\\/]web[\\/]((live|ui)[\\/](?!desk[\\/]|paper[\\/]|phone[\\/]|ui\.(zh|en)\.ts$))/,
  },
  { name: 'phone', test: /[\\/]Phone(Layout|Tabs)\.tsx$/ },
  { name: 'sending', test: /[\\/]web[\\/]device[\\/]/ },
  { name: 'officer', test: /screens[\\/]officer[\\/]routes\.tsx$/ },
  // Of desks alone. One by one they are fifty files, whose names every phone would fetch.
  { name: 'icons', test: /[\\/]node_modules[\\/]@ant-design[\\/]icons(-svg)?[\\/]/ },
].map((group, place, { length }) => ({ ...group, priority: length - place }));

export default defineConfig(() => {
  const shell = new Set<string>();
  return {
    root: import.meta.dirname,
    // antd-mobile's peers pull React 18 into the root of the tree; one React may run, ours.
    resolve: {
      dedupe: ['react', 'react-dom'],
      // Dexie's entry leads to a build for browsers of 2015, of which nothing can be left out.
      alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }],
    },
    plugins: [ownCopy(), react(), preloaded('/web/app/app.tsx'), offlineShell(shell), pwa(shell), precompressed()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: ['es2020', 'chrome80', 'safari14'],
      manifest: 'pieces.json', // what imports what: e2e/officer-weight.test.ts weighs it
      chunkSizeWarningLimit: 1200,
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
    },
    server: {
      port: 5173,
      proxy: {
        '/graphql': { target: API, ws: true },
        '/files': { target: API },
        '/attachments': { target: API },
        '/health': { target: API },
      },
    },
  };
});

/** Collects into `shell` every chunk that the offline roots import statically. */
function offlineShell(shell: Set<string>): Plugin {
  return {
    name: 'lxq-offline-shell',
    generateBundle(_options, bundle) {
      const add = (file: string) => {
        const chunk = bundle[file];
        if (!chunk || shell.has(file)) return;
        shell.add(file);
        if (chunk.type !== 'chunk') return;
        for (const sheet of chunk.viteMetadata?.importedCss ?? []) shell.add(sheet);
        for (const next of chunk.imports) add(next);
      };
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const modules = chunk.moduleIds.map((id) => id.split('?')[0] ?? '');
        const isOffline = (module: string) =>
          OFFLINE_WORDS.test(module) ||
          OFFLINE_PARTS.test(module) ||
          OFFLINE_ROOTS.some((root) => module.endsWith(`/web/${root}`));
        if (chunk.isEntry || modules.some(isOffline)) add(file);
      }
    },
  };
}

function pwa(shell: Set<string>) {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    manifest: {
      name: '连心桥',
      short_name: '连心桥',
      description: '群众信息报送',
      lang: 'zh-CN',
      start_url: '/',
      display: 'standalone',
      theme_color: '#8f1d18',
      background_color: '#f5f5f4',
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,svg,png}'],
      globIgnores: ['kept-pieces.js', 'push.js'],
      importScripts: ['/kept-pieces.js', '/push.js'],
      manifestTransforms: [
        (entries) => ({
          manifest: entries.filter((entry) => !entry.url.startsWith('assets/') || shell.has(entry.url)),
          warnings: [],
        }),
      ],
      navigateFallback: '/index.html',
      // The API is never answered from a cache: an old answer that looks new is worse than none.
      navigateFallbackDenylist: [/^\/graphql/, /^\/files/, /^\/attachments/, /^\/health/],
      runtimeCaching: [
        {
          urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
          handler: 'CacheFirst',
          options: { cacheName: 'assets', expiration: { maxEntries: 300 } },
        },
      ],
      cleanupOutdatedCaches: true,
    },
  });
}
