import { keepingPlace, swapParts } from '@components/live-updates/swap-parts';
import { trustedHtml } from '@components/trusted-html';
import type { ChatLine } from './chat-line';
import { enterSends } from './enter-sends';
import { typingSigns } from './typing-signs';

const pollMs = 10_000;
const typingHoldsMs = 15_000;
const rendered = trustedHtml('portal-pages');

/** Makes the page of a chat live: sends without leaving it, shows what comes, says it once and politely. The focus stays where it is. */
class ChatRoom extends HTMLElement {
  private line: ChatLine | undefined;
  private isOpen = false;
  private reading = false;
  private stale = false;
  private sending = false;
  private failed = '';
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly typing = typingSigns((isTyping) => this.line?.type(isTyping));

  connectedCallback(): void {
    const { form, field } = this;
    if (!form || !field) return;
    this.find('keys')?.toggleAttribute('hidden', !enterSends(field));
    form.addEventListener('submit', (event) => void this.submit(event));
    field.addEventListener('input', () => {
      this.typing.key();
      this.fail(false);
    });
    this.find('retry')?.addEventListener('click', () => form.requestSubmit());
    document.addEventListener('visibilitychange', () => void this.refresh());
    setInterval(() => !this.isOpen && this.look(), pollMs);
    setTimeout(() => void this.listen().catch(() => undefined), 0);
  }

  private get form(): HTMLFormElement | null {
    return this.querySelector<HTMLFormElement>('[data-write]');
  }
  private get field(): HTMLTextAreaElement | null {
    return this.form?.querySelector('textarea') ?? null;
  }
  private find(name: string): HTMLElement | null {
    return this.querySelector(`[data-${name}]`);
  }
  private get last(): number {
    return Number(this.find('letters')?.lastElementChild?.id.slice(2) ?? 0);
  }

  private async listen(): Promise<void> {
    const { to, chat = '', visitor } = this.dataset;
    if (!to) return;
    const { followChat } = await import('./chat-line');
    this.line = followChat(to, visitor ? { chat, visitor } : { chat }, { news: () => this.look(), typing: (isTyping) => this.showTyping(isTyping), open: (isOpen) => this.open(isOpen) });
  }

  private open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.find('check')?.toggleAttribute('hidden', isOpen);
  }

  private showTyping(isTyping: boolean): void {
    clearTimeout(this.typingTimer);
    const { writing = '', somebody = '' } = this.dataset;
    const name = [...this.querySelectorAll<HTMLElement>('[data-by=agent]')].at(-1)?.dataset['name'];
    this.hint(isTyping ? writing.replace('{name}', name ?? somebody) : '');
    if (isTyping) this.typingTimer = setTimeout(() => this.hint(''), typingHoldsMs);
  }

  private hint(words = ''): void {
    const hint = this.find('hint');
    if (hint && hint.textContent !== words) hint.textContent = words;
  }

  private say(words: string): void {
    const said = this.find('said');
    if (said) said.textContent = words;
  }

  private fail(failed: boolean, words = ''): void {
    this.find('retry')?.toggleAttribute('hidden', !failed);
    this.hint(words);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    const { form, field } = this;
    const other = (event.submitter as HTMLButtonElement | null)?.value;
    if (!form || !field || (other && other !== 'send')) return;
    event.preventDefault();
    if (this.sending || !field.value.trim()) return;
    this.sending = true;
    this.typing.stop();
    const text = field.value;
    this.rename(form, text);
    this.fail(false, this.dataset['sending']);
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams([...new FormData(form), ['do', 'send']] as [string, string][]), redirect: 'manual' }).catch(() => null);
    this.sending = false;
    // A redirect is what a form that was taken answers.
    if (answer?.type === 'opaqueredirect') return this.sent(field, text);
    // What is wrong with it is said by the page that the form leads to.
    if (answer && answer.status < 429) return form.submit();
    this.failed = text;
    this.fail(true, this.dataset['failed']);
    this.say(this.dataset['failed'] ?? '');
  }

  /** Words that failed and were changed since are others: by the old name they would be refused. */
  private rename(form: HTMLFormElement, text: string): void {
    const key = form.querySelector<HTMLInputElement>('[name=key]');
    if (key && this.failed && this.failed !== text) key.value = [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    this.failed = '';
  }

  private sent(field: HTMLTextAreaElement, text: string): void {
    // Somebody may have written on meanwhile.
    field.value = field.value.startsWith(text) ? field.value.slice(text.length).trimStart() : field.value;
    field.defaultValue = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    this.typing.stop();
    this.hint('');
    this.look();
  }

  private look(): void {
    this.stale = true;
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    if (this.reading || document.visibilityState === 'hidden') return;
    this.reading = true;
    while (this.stale) {
      this.stale = false;
      await this.read().catch(() => this.hint(this.dataset['lost']));
    }
    this.reading = false;
  }

  /** Asks for what came after the last message that is shown. */
  private async read(): Promise<void> {
    const answer = await fetch(`${location.pathname}?after=${this.last}`, { cache: 'no-store' });
    if (!answer.ok || answer.redirected) throw new Error('The chat could not be read just now.');
    if (this.find('hint')?.textContent === this.dataset['lost']) this.hint('');
    const page = new DOMParser().parseFromString(rendered(await answer.text()), 'text/html');
    keepingPlace(() => {
      this.add(page);
      swapParts(page);
    });
  }

  private add(page: Document): void {
    const letters = this.find('letters');
    const fresh = [...page.querySelectorAll<HTMLElement>('[data-letters] > *')].filter(({ id }) => !document.getElementById(id));
    for (const letter of fresh) {
      letter.querySelector('#latest')?.remove();
      letters?.append(document.importNode(letter, true));
    }
    if (fresh.length > 0) this.tell(fresh);
    if (fresh.some(({ dataset }) => dataset['happened'] === 'redacted')) void this.readAgain();
    // Every sending has a name of its own.
    for (const name of ['key', 'seen']) {
      const [old, newer] = [this, page].map((root) => root.querySelector<HTMLInputElement>(`[data-write] [name=${name}]`));
      if (old && newer && !this.sending && this.find('retry')?.hidden !== false) old.value = newer.value;
    }
  }

  /** Words were taken out of what is shown already. */
  private async readAgain(): Promise<void> {
    const answer = await fetch(`${location.pathname}?all=1`, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return location.reload();
    const page = new DOMParser().parseFromString(rendered(await answer.text()), 'text/html');
    for (const letter of this.querySelectorAll('[data-letters] > [id] .letter-body')) {
      const newer = page.querySelector(`[id="${letter.closest('[id]')?.id ?? ''}"] .letter-body`);
      if (newer && newer.innerHTML !== letter.innerHTML) letter.replaceWith(document.importNode(newer, true));
    }
  }

  private tell(fresh: HTMLElement[]): void {
    const others = fresh.filter(({ dataset }) => dataset['by'] !== 'visitor');
    const words = others.map((letter) => `${letter.dataset['by'] === 'agent' ? `${(this.dataset['news'] ?? '').replace('{name}', letter.dataset['name'] ?? '')}: ` : ''}${(letter.querySelector('.letter-body') ?? letter).textContent?.trim() ?? ''}`);
    if (words.length > 0) this.say(words.join('. '));
    if (others.some(({ dataset }) => dataset['by'] === 'agent')) this.showTyping(false);
  }
}
customElements.define('chat-room', ChatRoom);
