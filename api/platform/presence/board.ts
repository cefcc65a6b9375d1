/** That somebody has a thing open on a screen. */
export interface Attendance {
  /** Of one screen: the same person may have the thing open on two. */
  id: string;
  /** The thing, as colleagues of one desk share it. */
  place: string;
  personId: string;
  name: string;
}
interface Heard extends Attendance {
  at: number;
}

/** Who has what open, as far as this process has heard: in memory alone, and gone with the last that was heard of it. */
export class Board {
  private readonly places = new Map<string, Map<string, Heard>>();

  /** True when it is new. */
  put({ id, place, personId, name }: Attendance, at: number): boolean {
    const known = this.places.get(place) ?? new Map<string, Heard>();
    this.places.set(place, known);
    const isNew = !known.has(id);
    known.set(id, { id, place, personId, name, at });
    return isNew;
  }
  /** True when it was there. */
  drop({ id, place }: Pick<Attendance, 'id' | 'place'>): boolean {
    const known = this.places.get(place);
    const wasThere = known?.delete(id) ?? false;
    if (known && !known.size) this.places.delete(place);
    return wasThere;
  }
  /** Takes away what nothing was heard of since; answers the places where somebody left. */
  sweep(since: number): Set<string> {
    const left = new Set<string>();
    for (const [place, known] of this.places)
      for (const each of known.values()) if (each.at < since && this.drop(each)) left.add(place);
    return left;
  }
  /** Each person once, in the order in which they came. */
  at(place: string): readonly Attendance[] {
    const all = [...(this.places.get(place)?.values() ?? [])];
    return [...new Map(all.map((each) => [each.personId, each])).values()];
  }
}
