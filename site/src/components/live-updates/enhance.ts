import type { MissedQuestion, News, NewsType, Writing } from '@contracts/realtime';
import { writingHoldsMs } from '@contracts/socket-address';
import { trustedHtml } from '../trusted-html';
import { keepingPlace, swapParts } from './swap-parts';

/** A line that is back before this was never worth a word. */
const patienceMs = 4000;
const betweenMs = 1000;
const laterMs = 5000;
const rendered = trustedHtml('portal-pages');

/** Reads the page anew when there is news, and says in one line what happened. */
class LiveUpdates extends HTMLElement {
  private told: NewsType | null = null;
  private stale = false;
  private reading = false;
  private known: number[] = [];
  private writingTimer: ReturnType<typeof setTimeout> | undefined;
  private lostTimer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const path = this.dataset['to'];
    if (!path) return;
    document.addEventListener('visibilitychange', () => void this.refresh());
    // The page as it is comes first.
    const begin = async (): Promise<void> => {
      const { openLine } = await import('./line');
      openLine(path, { news: (news) => this.hear(news), writing: (sign) => this.hearWriting(sign), again: () => this.look('changed'), state: (state) => this.follow(state), question: () => this.question() });
    };
    setTimeout(() => void begin().catch(() => undefined), 0);
  }

  private question(): MissedQuestion {
    const { reference, seen, since } = this.dataset;
    return reference ? { reference, seen: Number(seen) } : { since: Number(since) };
  }

  private hear({ id, type, reference }: News): void {
    if (this.known.includes(id)) return;
    this.known = [...this.known.slice(-50), id];
    if (!this.dataset['reference'] || this.dataset['reference'] === reference) this.look(type);
  }

  private hearWriting({ reference, writing }: Writing): void {
    if (this.dataset['reference'] !== reference) return;
    clearTimeout(this.writingTimer);
    this.hint(writing ? 'writing' : null);
    if (writing) this.writingTimer = setTimeout(() => this.hint(null), writingHoldsMs);
  }

  private follow(state: 'open' | 'lost' | 'ended'): void {
    clearTimeout(this.lostTimer);
    this.piece('check')?.toggleAttribute('hidden', state === 'open');
    if (state === 'open') this.hint(null);
    else if (state === 'ended') this.hint('ended');
    else this.lostTimer = setTimeout(() => this.hint('lost'), patienceMs);
  }

  /** An answer is what is told of several things at once. */
  private look(type: NewsType): void {
    if (this.told !== 'answered') this.told = type === 'changed' ? (this.told ?? type) : type;
    this.stale = true;
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    if (this.reading || document.visibilityState === 'hidden') return;
    this.reading = true;
    while (this.stale) {
      this.stale = false;
      await this.read().catch(() => setTimeout(() => this.look('changed'), laterMs));
      await new Promise((resolve) => setTimeout(resolve, betweenMs));
    }
    this.reading = false;
  }

  private async read(): Promise<void> {
    const address = this.querySelector('a')?.href ?? location.href;
    const answer = await fetch(address, { cache: 'no-store' });
    if (answer.status >= 500) throw new Error('The page could not be read just now.');
    // Signed out, or the request is no longer there for this reader.
    if (!answer.ok || answer.redirected) return this.hint('ended');
    const page = new DOMParser().parseFromString(rendered(await answer.text()), 'text/html');
    const type = this.told;
    this.told = null;
    const newer = page.querySelector<HTMLElement>('live-updates')?.dataset;
    for (const name of ['seen', 'since']) if (newer?.[name]) this.dataset[name] = newer[name];
    if (keepingPlace(() => swapParts(page)) && type) this.say(this.dataset[type] ?? '');
    if (type === 'answered') this.hint(null);
  }

  private piece(name: string): Element | null {
    return this.querySelector(`[data-${name}]`);
  }

  private hint(name: 'writing' | 'lost' | 'ended' | null): void {
    const hint = this.piece('hint');
    if (hint) hint.textContent = name ? (this.dataset[name] ?? '') : '';
  }

  private say(words: string): void {
    const said = this.piece('said');
    if (!said) return;
    // The same words a second time are only read aloud when they are new to the page.
    said.textContent = '';
    requestAnimationFrame(() => (said.textContent = words));
  }
}
customElements.define('live-updates', LiveUpdates);
