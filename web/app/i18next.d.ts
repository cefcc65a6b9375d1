import 'i18next';
import type words from '../i18n/words.zh.ts';
import type digests from '../nouns/digests/digests.zh.ts';
import type network from '../nouns/network/network.zh.ts';
import type reports from '../nouns/reports/reports.zh.ts';
import type admin from '../screens/admin/admin.zh.ts';
import type analyst from '../screens/analyst/analyst.zh.ts';
import type desk from '../screens/desk/desk.zh.ts';
import type home from '../screens/home/home.zh.ts';
import type leader from '../screens/leader/leader.zh.ts';
import type officer from '../screens/officer/officer.zh.ts';
import type search from '../screens/search/search.zh.ts';
import type village from '../screens/village/village.zh.ts';
import type session from '../session/session.zh.ts';
import type ui from '../ui/ui.zh.ts';

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
