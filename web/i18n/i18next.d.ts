import 'i18next';
import type admin from './admin.zh.ts';
import type analyst from './analyst.zh.ts';
import type desk from './desk.zh.ts';
import type digests from './digests.zh.ts';
import type home from './home.zh.ts';
import type leader from './leader.zh.ts';
import type network from './network.zh.ts';
import type officer from './officer.zh.ts';
import type reports from './reports.zh.ts';
import type search from './search.zh.ts';
import type session from './session.zh.ts';
import type ui from './ui.zh.ts';
import type village from './village.zh.ts';
import type words from './words.zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: {
      ui: typeof ui;
      session: typeof session;
      words: typeof words;
      officer: typeof officer;
      village: typeof village;
      reports: typeof reports;
      desk: typeof desk;
      analyst: typeof analyst;
      search: typeof search;
      network: typeof network;
      admin: typeof admin;
      digests: typeof digests;
      home: typeof home;
      leader: typeof leader;
    };
  }
}
