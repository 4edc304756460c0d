import { words } from './column';

const pageSize = 1 << 18;
/** A posting is one number: the unit in the upper 24 bits, how often the term is in it in the lower 8. */
export const mostUnits = 1 << 24;
const mostTimes = 255;

/**
 * For each term the units that hold it, in pages of a megabyte: a growing list moves to a block of twice
 * its size, and no page is ever copied, so adding never takes long.
 */
export class Postings {
  private readonly pages: Uint32Array[] = [];
  private free = 0;
  private readonly page = words();
  private readonly start = words();
  private readonly count = words();
  private readonly room = words();

  /** How many lists there are; the next one gets this number. */
  get terms(): number {
    return this.count.length;
  }

  addTerm(): void {
    this.page.push(0);
    this.start.push(0);
    this.room.push(0);
    this.count.push(0);
  }

  add(term: number, unit: number, times: number): void {
    const count = this.count.data[term] ?? 0;
    if (count === this.room.data[term]) this.move(term, count === 0 ? 2 : count * 2);
    const page = this.pages[this.page.data[term] ?? 0];
    if (page) page[(this.start.data[term] ?? 0) + count] = unit * 256 + Math.min(times, mostTimes);
    this.count.data[term] = count + 1;
  }

  /** The list of a term, to be read at once: adding may move it. */
  of(term: number): Uint32Array {
    const start = this.start.data[term] ?? 0;
    return this.pages[this.page.data[term] ?? 0]?.subarray(start, start + (this.count.data[term] ?? 0)) ?? new Uint32Array(0);
  }

  countOf(term: number): number {
    return this.count.data[term] ?? 0;
  }

  get size(): number {
    return this.pages.reduce((sum, page) => sum + page.byteLength, 0);
  }

  private move(term: number, room: number): void {
    const old = this.of(term);
    if (this.pages.length === 0 || this.free + room > (this.pages.at(-1)?.length ?? 0)) {
      this.pages.push(new Uint32Array(Math.max(pageSize, room)));
      this.free = 0;
    }
    this.pages.at(-1)?.set(old, this.free);
    this.page.data[term] = this.pages.length - 1;
    this.start.data[term] = this.free;
    this.room.data[term] = room;
    this.free += room;
  }
}
