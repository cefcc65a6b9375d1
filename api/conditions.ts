/** A WHERE clause in the making: fixed parts and numbered values, so that the set of statement texts stays small. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];
  /** `part` names its value as `?`. */
  add(part: string, ...values: unknown[]): this {
    let i = 0;
    this.parts.push(part.replace(/\?/g, () => `$${this.values.push(values[i++])}`));
    return this;
  }
  toString(): string {
    return this.parts.join(' and ');
  }
}
