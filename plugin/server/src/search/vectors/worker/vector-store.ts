import type { HeldVectors, Near, NearestRequest, VectorDocument } from './protocol';

const pageSize = 1024;

interface Held extends VectorDocument {
  /** Of each passage the place of its vector; -1 while it has none. */
  places: Int32Array;
}

/** Vectors of passages in pages of typed arrays, and the documents they belong to. A plain loop finds the nearest. */
export class VectorStore {
  private readonly pages: Float32Array[] = [];
  private readonly placeOf = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly documents = new Map<number, Held>();
  private used = 0;
  private stale = false;

  constructor(private readonly dimensions: number) {}

  /** Takes vectors in; those of another length, as of another model, are passed over. */
  hold({ hashes, encoded }: HeldVectors): void {
    for (const [at, hash] of hashes.entries()) {
      const bytes = Buffer.from(encoded[at] ?? '', 'base64');
      if (bytes.length !== this.dimensions * 4) continue;
      const place = this.placeOf.get(hash) ?? this.free.pop() ?? this.used++;
      const target = this.vectorAt(place);
      for (let index = 0; index < this.dimensions; index += 1) target[index] = bytes.readFloatLE(index * 4);
      this.placeOf.set(hash, place);
    }
    this.stale = true;
  }

  forget(hashes: string[]): void {
    for (const hash of hashes) {
      const place = this.placeOf.get(hash);
      if (place === undefined) continue;
      this.placeOf.delete(hash);
      this.free.push(place);
    }
    this.stale = true;
  }

  put(document: VectorDocument): void {
    this.documents.set(document.number, { ...document, places: new Int32Array(0) });
    this.stale = true;
  }

  drop(number: number): void {
    this.documents.delete(number);
  }

  /**
   * The `count` documents with the nearest passage, nearest first, each once. Who may find what decides
   * before the cut: documents that are not allowed are not looked at.
   */
  nearest({ vector, allowed, count }: NearestRequest): Near[] {
    if (vector.length !== this.dimensions) return [];
    if (this.stale) this.findPlaces();
    const found: Near[] = [];
    let least = -Infinity;
    for (const { number, key, places } of this.documents.values()) {
      if (allowed[number] !== 1) continue;
      const best = this.bestOf(places, vector);
      if (best === null || (found.length >= count && best.likeness <= least)) continue;
      insert(found, { key, ...best }, count);
      least = found.at(-1)?.likeness ?? -Infinity;
    }
    return found;
  }

  private bestOf(places: Int32Array, vector: Float32Array): { passage: number; likeness: number } | null {
    let best: { passage: number; likeness: number } | null = null;
    for (let passage = 0; passage < places.length; passage += 1) {
      const place = places[passage] as number;
      if (place < 0) continue;
      const likeness = dot(this.pages[Math.floor(place / pageSize)] as Float32Array, (place % pageSize) * this.dimensions, vector);
      if (best === null || likeness > best.likeness) best = { passage, likeness };
    }
    return best;
  }

  private vectorAt(place: number): Float32Array {
    const number = Math.floor(place / pageSize);
    const page = (this.pages[number] ??= new Float32Array(pageSize * this.dimensions));
    const start = (place % pageSize) * this.dimensions;
    return page.subarray(start, start + this.dimensions);
  }

  private findPlaces(): void {
    for (const document of this.documents.values()) document.places = Int32Array.from(document.hashes, (hash) => this.placeOf.get(hash) ?? -1);
    this.stale = false;
  }
}

const dot = (page: Float32Array, start: number, vector: Float32Array): number => {
  let sum = 0;
  for (let index = 0; index < vector.length; index += 1) sum += (page[start + index] as number) * (vector[index] as number);
  return sum;
};

/** Puts a document where it belongs; keys settle ties, so that every process answers alike. */
const insert = (found: Near[], near: Near, count: number): void => {
  let at = found.length;
  while (at > 0 && isBefore(near, found[at - 1] as Near)) at -= 1;
  found.splice(at, 0, near);
  if (found.length > count) found.pop();
};
const isBefore = (one: Near, other: Near): boolean => one.likeness > other.likeness || (one.likeness === other.likeness && one.key < other.key);
