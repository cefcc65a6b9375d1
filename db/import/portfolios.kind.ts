import type { Kind } from './kind.ts';
import { checkPortfolios } from './portfolios.check.ts';
import { type PortfolioField, portfoliosSheet } from './portfolios.sheet.ts';
import { writePortfolios } from './portfolios.write.ts';

export const portfoliosKind: Kind<PortfolioField> = {
  sheet: portfoliosSheet,
  bringsCounty: false,
  prepare(entries, findings) {
    const lines = checkPortfolios(entries, findings);
    return (query, context) => writePortfolios(query, lines, context);
  },
};
