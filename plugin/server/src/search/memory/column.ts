type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Numbers that are only added to, without the cost of an object each. */
export class Column<T extends Numbers> {
  length = 0;
  constructor(
    private readonly make: (size: number) => T,
    public data: T = make(1024),
  ) {}

  push(value: number): number {
    if (this.length === this.data.length) {
      const larger = this.make(Math.ceil(this.length * 1.5));
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length] = value;
    this.length += 1;
    return this.length - 1;
  }
}

/** A growing column of whole numbers up to 255. */
export const bytes = (): Column<Uint8Array<ArrayBuffer>> => new Column((size) => new Uint8Array(size));
/** A growing column of whole numbers up to 65,535. */
export const shorts = (): Column<Uint16Array<ArrayBuffer>> => new Column((size) => new Uint16Array(size));
/** A growing column of whole numbers up to 4,294,967,295. */
export const words = (): Column<Uint32Array<ArrayBuffer>> => new Column((size) => new Uint32Array(size));
