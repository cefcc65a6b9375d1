import { caseNoun } from '../cases/case.noun.ts';
import { censureNoun } from '../censures/censure.noun.ts';
import { orderNoun } from '../orders/order.noun.ts';
import { whenDone } from '../platform/deeds/when-done.ts';
import { revisitNoun } from '../revisits/revisit.noun.ts';
import { decisionDraft, dispatchDraft, resultDrafts } from './drafts/of-case.ts';
import { censureDraft, orderDraft } from './drafts/of-guidance.ts';
import { revisitDraft } from './drafts/of-revisit.ts';
import { issue } from './paper.service.ts';

/* Which deed issues which paper. A reassignment issues another notice, and the earlier stays. */
whenDone(caseNoun, 'decide', (scope, it) => issue(scope, decisionDraft(scope, it)));
whenDone(caseNoun, 'assign', async (scope, it) => issue(scope, await dispatchDraft(scope, it)));
whenDone(caseNoun, 'reassign', async (scope, it) => issue(scope, await dispatchDraft(scope, it)));
whenDone(caseNoun, 'submitResult', async (scope, it) => {
  for (const draft of await resultDrafts(scope, it)) await issue(scope, draft);
});
whenDone(revisitNoun, 'complete', async (scope, revisit) => issue(scope, await revisitDraft(scope, revisit)));
whenDone(revisitNoun, 'count', async (scope, revisit) => issue(scope, await revisitDraft(scope, revisit)));
whenDone(orderNoun, 'issue', async (scope, order) => issue(scope, await orderDraft(scope, order)));
whenDone(censureNoun, 'issue', async (scope, censure) => issue(scope, await censureDraft(scope, censure)));
