/** A row of text cells with the line it stands on, as an editor or Excel counts. */
export interface Row {
  line: number;
  cells: string[];
}
