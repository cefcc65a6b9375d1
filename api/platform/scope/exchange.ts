import pg from 'pg';

/** The driver's own parts that its declarations leave out. Pinned with its version; scope.test.ts goes through all of them. */
interface Wire {
  flush(): void;
  sync(): void;
  submittedNamedStatements: Record<string, string>;
}
interface Statement {
  name?: string;
  text: string;
  callback: (error: Error | null, result: pg.QueryArrayResult) => void;
  submit(wire: Wire): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
}

/** Timeouts of transactions and of idling in them; shutting down. */
const CUTTING_OFF = /^(25P0[34]|57P0\d)$/;

/**
 * What a query operation asks of one connection: its statements go out without a Sync between them, so that they are one
 * transaction without BEGIN and COMMIT, and their answers come back in one piece. The driver's pipelining ends every statement
 * with a Sync, which has the server write, and us wake up, once for each.
 *
 * To the driver all of it is one query, under way until `end`.
 */
export class Exchange {
  private wire?: Wire;
  /** The driver's connection, on which statements end without a Sync. */
  private unsynced?: Wire;
  private waiting: Statement[] = [];
  private failure?: Error & { code?: string };

  // The first waiting statement's: the driver notes under them what the server has parsed.
  get name(): string | undefined {
    return this.waiting[0]?.name;
  }
  get text(): string | undefined {
    return this.waiting[0]?.text;
  }

  /** The server has ended the connection with its last answer, which the driver hears of later than whoever takes it next. */
  get isCutOff(): boolean {
    return CUTTING_OFF.test(this.failure?.code ?? '');
  }

  /** By the driver, once the connection is ours. */
  submit(wire: Wire): null {
    this.wire = wire;
    this.unsynced = Object.create(wire, { sync: { value: () => {} } });
    return null;
  }

  /** Throws what an earlier statement failed with: after it nothing is carried out. */
  query(config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> {
    return new Promise((resolve, reject) => {
      if (this.failure) return reject(this.failure);
      const statement = new pg.Query({ ...config, queryMode: 'extended' } as never) as unknown as Statement;
      statement.callback = (error, result) => (error ? reject(error) : resolve(result));
      this.waiting.push(statement);
      const refused = statement.submit(this.unsynced as Wire);
      if (refused) this.handleError(refused, this.wire as Wire);
    });
  }
  /** The server answers what it was asked so far. */
  flush(): void {
    this.wire?.flush();
  }
  /** Ends the transaction; what is still waiting is answered first. */
  end(): void {
    this.wire?.sync();
  }

  handleRowDescription(message: unknown): void {
    this.waiting[0]?.handleRowDescription(message);
  }
  handleDataRow(message: unknown): void {
    this.waiting[0]?.handleDataRow(message);
  }
  handleCommandComplete(message: unknown, wire: Wire): void {
    const done = this.waiting.shift();
    done?.handleCommandComplete(message, wire);
    done?.handleReadyForQuery(wire); // it is, as far as this statement goes
  }
  handleReadyForQuery(): void {}
  handleError(error: Error, wire: Wire): void {
    this.failure = error;
    const failed = this.waiting;
    this.waiting = [];
    for (const statement of failed) {
      if (statement.name) delete wire.submittedNamedStatements[statement.name]; // the server passes over all of them
      statement.handleError(error, wire);
    }
  }
}
// A pipelined connection takes nothing else for a query.
Object.setPrototypeOf(Exchange.prototype, pg.Query.prototype);
