/**
 * Text that a spreadsheet would take for a formula: it begins with one of the signs that lead one, as they are typed in Chinese too, perhaps behind white
 * space or signs that nobody sees.
 */
export const readsAsFormula = (text: string): boolean => FORMULA.test(text);
const FORMULA = /^(?:[\t\r]|[\s\p{C}]*[=+\-@＝＋－＠])/u;
