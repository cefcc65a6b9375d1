import type { Portfolio } from './portfolio.entity.ts';

/** What a portfolio is called above its items: 分管农业农村工作. */
export const headingOf = ({ name }: Pick<Portfolio, 'name'>) => (name.startsWith('分管') ? name : `分管${name}`);
