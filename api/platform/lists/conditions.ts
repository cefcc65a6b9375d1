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
  /** The part only when its value is given; an empty list means no wish. */
  given(part: string, value: unknown): this {
    const isGiven = value != null && value !== false && !(Array.isArray(value) && value.length === 0);
    return isGiven ? this.add(part, value) : this;
  }
  /** One of a list; of a single one an equality, because only that lets an index give its rows in their order. */
  oneOf(column: string, values: readonly unknown[]): this {
    return values.length === 1 ? this.add(`${column} = ?`, values[0]) : this.add(`${column} = any(?)`, values);
  }
  /** The place of a value that the statement names outside the WHERE. */
  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
  toString(): string {
    return this.parts.join(' and ');
  }
}
