import type { Chat, ChatBeginning, ChatDoor } from '@contracts/chat';
import { ask, sendingName } from './api';
import { Articles } from './articles';
import type { FrameWords } from './frame-words';
import { hostPage, type HostPage } from './host-page';
import { button, fault, faultOf, part, piece, put, showPart } from './parts';
import { Talk } from './talk';

const { parent: around } = globalThis;

/** The chat inside of another site's page: asks, offers articles, and then hands over to the conversation. */
class ChatFrame extends HTMLElement {
  private words: FrameWords | undefined;
  private talk: Talk | undefined;
  private host: HostPage | undefined;
  private sending = '';
  private sent = '';
  private articles: Articles | undefined;
  private allow = false;
  private isRefused = false;
  private asking: ChatDoor['ask'] | undefined;

  connectedCallback(): void {
    const { hosts = '', words = '{}', page = '/', articles } = this.dataset;
    // Opened by itself, there is nobody around it: the portal's own page does more.
    if (around === window) return location.replace(page);
    this.words = JSON.parse(words) as FrameWords;
    this.talk = new Talk(this, this.words, { say: (said) => this.say(said), changed: () => this.changed(), again: () => void this.begin() });
    this.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.asked();
    });
    if (articles) this.offerFrom(articles, this.words);
    button(this, 'anyway')?.addEventListener('click', () => void this.start());
    button(this, 'back')?.addEventListener('click', () => showPart(this, 'begin'));
    document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.isComposing && this.host?.tell({ portalChat: 'close' }));
    document.addEventListener('visibilitychange', () => this.changed());
    this.host = hostPage(hosts.split(' ').filter(Boolean), () => this.changed());
    void this.begin();
  }

  private get form(): HTMLFormElement | null {
    return part(this, 'begin')?.querySelector('form') ?? null;
  }
  private get identity(): string {
    return this.isRefused ? '' : (this.host?.identity ?? '');
  }
  private value(name: string): string {
    return this.form?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? '';
  }

  private say(words: string): void {
    put(piece(this, 'said'), words);
  }

  private changed(): void {
    if (!this.talk || !this.host) return;
    if (this.host.shown && document.visibilityState === 'visible') this.talk.see();
    this.showAsked();
    this.host.tell({ portalChat: 'news', unread: this.talk.unread, chatting: this.talk.isGoingOn });
  }

  /** Looks whether a chat goes on; else asks what is to be asked. */
  private async begin(): Promise<void> {
    const door = await ask<ChatDoor>('GET', `/chats?language=${document.documentElement.lang}`);
    if (!door.ok) return showPart(this, 'away');
    if (door.data.current) return this.talk?.open(door.data.current);
    this.showDoor(door.data);
    showPart(this, 'begin');
  }

  private showDoor({ service, opensAt, ahead, ask: asked, greeting }: ChatDoor): void {
    const { words, form } = this;
    if (!words || !form) return;
    const opens = opensAt ? `${words.opens} ${new Date(opensAt).toLocaleString(document.documentElement.lang, { weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}.` : '';
    const wait = service !== 'closed' && ahead > 0 ? words.queue[Math.min(ahead, words.queue.length - 1)] : '';
    put(part(this, 'begin')?.querySelector('[data-lead]') ?? null, [greeting, words.lead[service], opens, wait].filter(Boolean).join(' '));
    this.asking = asked;
    this.showAsked();
    put(form.querySelector('button:not([type=button])'), service === 'closed' ? words.beginClosed : words.begin);
  }

  /** Whom the site around vouches for is not asked who he is, unless its word did not hold. */
  private showAsked(): void {
    for (const name of ['name', 'email'] as const) {
      const need = this.identity ? 'no' : (this.asking?.[name] ?? 'no');
      const field = this.querySelector<HTMLElement>(`[data-ask=${name}]`);
      field?.toggleAttribute('hidden', need === 'no');
      field?.querySelector('.field-optional')?.toggleAttribute('hidden', need === 'required');
      field?.querySelector('input')?.setAttribute('aria-required', String(need === 'required'));
    }
  }

  private offerFrom(below: string, { newTab, solved, thanks }: FrameWords): void {
    const answered = (): void => {
      this.form?.reset();
      showPart(this, 'begin');
      this.say(thanks);
    };
    this.articles = new Articles(this, { below, words: { newTab, solved }, solved: answered });
    this.articles.watch(this.form?.querySelector('textarea') ?? null);
  }

  /** The first time, articles come first. */
  private async asked(): Promise<void> {
    const text = this.value('text').trim();
    if (!this.words) return;
    if (!text) return fault(this.form, this.words.faults['text.required'] ?? '', this.form?.querySelector('textarea'));
    if (await this.articles?.offer(text)) return showPart(this, 'offers');
    await this.start();
  }

  private bodyOf(): ChatBeginning {
    const { identity } = this;
    const [name, email] = [this.value('name').trim(), this.value('email').trim()];
    const who = identity ? { identity } : { ...(name ? { name } : {}), ...(email ? { email } : {}) };
    return { text: this.value('text'), source: 'widget', language: document.documentElement.lang, page: this.host?.page ?? '', ...who, ...(this.allow ? { allowSecrets: true } : {}) };
  }

  private async start(): Promise<void> {
    const body = this.bodyOf();
    const content = JSON.stringify(body);
    if (content !== this.sent) [this.sending, this.sent] = [sendingName(), content];
    const answer = await ask<Chat>('POST', '/chats', body, this.sending);
    if (answer.ok) return this.started(answer.data);
    // A word that does not hold any more makes a guest of him, who can still chat.
    if (answer.code === 'identity_refused') {
      this.isRefused = true;
      this.showAsked();
      return this.start();
    }
    showPart(this, 'begin');
    this.allow = answer.code === 'secret_found';
    const field = answer.fields[0]?.split('.')[0];
    if (this.words) fault(this.form, faultOf(this.words, answer.code, this.allow ? [] : answer.fields), field ? this.form?.querySelector<HTMLElement>(`[name=${field}]`) : null);
    if (this.allow) put(this.form?.querySelector('button:not([type=button])') ?? null, this.words?.anyway ?? '');
  }

  private started(chat: Chat): void {
    this.form?.reset();
    void this.articles?.chatted();
    [this.sent, this.allow] = ['', false];
    fault(this.form, '');
    this.talk?.open(chat);
  }
}
customElements.define('chat-frame', ChatFrame);
