import 'i18next';
import type { AllWords } from './words.generated.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: AllWords;
  }
}
