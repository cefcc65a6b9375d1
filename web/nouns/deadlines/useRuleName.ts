import { type DeadlineRuleCode, ruleOf } from '@lxq/schema/deadlines/deadline-rules.ts';
import { useTranslation } from 'react-i18next';

/** What a rule is called, in the reader's language; its words stand with the rule. */
export function useRuleName(): (rule: DeadlineRuleCode) => string {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (rule) => ruleOf(rule)[language];
}
