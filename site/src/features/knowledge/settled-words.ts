// Long enough that words are not asked about while they are typed, and few enough to be no burden.
const quiet = 1200;
const leastWords = 24;
const leastChange = 16;
const mostAsked = 8;

/** Calls `settled` with words that somebody is writing, when he pauses and there is enough new in them; at most some times. */
export class SettledWords {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = '';
  private count = 0;

  constructor(private readonly settled: (words: string) => unknown) {}

  changed(read: () => string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(read().trim()), quiet);
  }

  private look(words: string): void {
    if (words.length < leastWords || Math.abs(words.length - this.asked.length) < leastChange || this.count >= mostAsked) return;
    this.asked = words;
    this.count += 1;
    this.settled(words);
  }
}
