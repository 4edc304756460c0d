import type { Chat, ChatMessage } from '@contracts/chat';
import type { ChatLine } from '../chat-line';
import { enterSends } from '../enter-sends';
import { typingSigns } from '../typing-signs';
import { ask, sendingName } from './api';
import type { FrameWords } from './frame-words';
import { letterOf, spokenOf } from './letters';
import { button, fault, faultOf, part, piece, put, showPart } from './parts';
import { showState } from './show-state';
import { keepSeen, knownVisitor, seenOf } from './visitor-memory';

const pollMs = 10_000;
const typingHoldsMs = 15_000;

/** What the frame around a conversation hears of it. */
export interface TalkListener {
  say(words: string): void;
  /** Something is new, or over. */
  changed(): void;
  again(): void;
}

/** One conversation in the frame: shows what comes, in order and once, and sends what is written, once. */
export class Talk {
  chat: Chat | null = null;
  /** The last message of the agent, and of what was seen. */
  private latest = 0;
  private seen = 0;
  private last = 0;
  private agents: number[] = [];
  private line: ChatLine | undefined;
  private isOpen = false;
  private reading: Promise<void> | null = null;
  private stale = false;
  private sending = '';
  private sent = '';
  private allow = false;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly typing = typingSigns((isTyping) => this.line?.type(isTyping));
  private readonly part: HTMLElement;

  constructor(private readonly root: HTMLElement, private readonly words: FrameWords, private readonly listener: TalkListener) {
    this.part = part(root, 'talk') ?? root;
    const { form, field } = this;
    if (form && field) this.listenTo(form, field);
    for (const name of ['leave', 'transcript', 'again']) button(this.part, name)?.addEventListener('click', () => void this.act(name));
    button(this.part, 'end')?.addEventListener('click', () => showPart(root, 'ending'));
    button(root, 'stay')?.addEventListener('click', () => showPart(root, 'talk'));
    button(root, 'really')?.addEventListener('click', () => void this.act('end'));
    piece<HTMLFormElement>(this.part, 'rate')?.addEventListener('submit', (event) => void this.rate(event));
    setInterval(() => !this.isOpen && this.isGoingOn && this.look(), pollMs);
  }

  get isGoingOn(): boolean {
    return this.chat !== null && this.chat.state !== 'ended';
  }
  get unread(): number {
    return this.agents.filter((id) => id > this.seen).length;
  }
  private get form(): HTMLFormElement | null {
    return piece<HTMLFormElement>(this.part, 'write');
  }
  private get field(): HTMLTextAreaElement | null {
    return this.form?.querySelector('textarea') ?? null;
  }

  private listenTo(form: HTMLFormElement, field: HTMLTextAreaElement): void {
    piece(form, 'keys')?.toggleAttribute('hidden', !enterSends(field));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send(field);
    });
    field.addEventListener('input', () => this.typing.key());
  }

  /** Shows a chat from its beginning and follows it. */
  open(chat: Chat): void {
    this.line?.close();
    piece(this.part, 'letters')?.replaceChildren();
    [this.last, this.latest, this.seen, this.agents] = [0, 0, seenOf(chat.key), []];
    this.take(chat, false);
    showPart(this.root, 'talk');
    void this.follow(chat.key).catch(() => undefined);
    if (chat.more) this.look();
  }

  private async follow(chat: string): Promise<void> {
    const to = this.root.dataset['to'];
    if (!to) return;
    const { followChat } = await import('../chat-line');
    const visitor = knownVisitor();
    this.line = followChat(to, visitor ? { chat, visitor } : { chat }, { news: () => this.look(), typing: (isTyping) => this.showTyping(isTyping), open: (isOpen) => (this.isOpen = isOpen) });
  }

  /** Marks all as seen; called while the frame is before somebody's eyes. */
  see(): void {
    if (!this.chat || this.seen >= this.latest) return;
    this.seen = this.latest;
    keepSeen(this.chat.key, this.seen);
    void ask('POST', `/chats/${this.chat.key}/readings`, { message: this.seen });
  }

  private look(): void {
    this.stale = true;
    this.reading ??= this.read().finally(() => (this.reading = null));
  }

  private async read(): Promise<void> {
    while (this.stale && this.chat) {
      this.stale = false;
      const answer = await ask<Chat>('GET', `/chats/${this.chat.key}?after=${this.last}`);
      if (!answer.ok) return this.hint(this.words.live.lost);
      this.hint('');
      this.take(answer.data, true);
      this.stale ||= answer.data.more;
    }
  }

  private async readAgain(key: string): Promise<void> {
    const answer = await ask<Chat>('GET', `/chats/${key}`);
    if (!answer.ok) return this.hint(this.words.live.lost);
    piece(this.part, 'letters')?.replaceChildren();
    [this.last, this.agents] = [0, []];
    this.take(answer.data, false);
    if (answer.data.more) this.look();
  }

  private take(chat: Chat, aloud: boolean): void {
    const fresh = chat.messages.filter(({ id }) => id > this.last);
    // Words were taken out of what is shown already: all of it is read again.
    if (aloud && fresh.some(({ happened }) => happened === 'redacted')) return void this.readAgain(chat.key);
    this.chat = chat;
    this.last = fresh.at(-1)?.id ?? this.last;
    const others = fresh.filter(({ author }) => author.kind !== 'visitor');
    this.latest = others.at(-1)?.id ?? this.latest;
    this.agents.push(...others.filter(({ author }) => author.kind === 'agent').map(({ id }) => id));
    const spoken = this.append(fresh).filter(Boolean);
    showState(this.part, this.words, chat);
    if (aloud && spoken.length > 0) this.listener.say(spoken.join('. '));
    if (others.some(({ author }) => author.kind === 'agent')) this.showTyping(false);
    this.listener.changed();
  }

  /** Adds letters; answers what is said aloud of each. */
  private append(fresh: ChatMessage[]): string[] {
    const isAtEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 160;
    const letters = fresh.map((message) => letterOf(this.root, this.words, message));
    piece(this.part, 'letters')?.append(...letters);
    // What somebody reads further up is not taken from before his eyes.
    if (isAtEnd && fresh.length > 0) requestAnimationFrame(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    return fresh.map(({ author }, index) => spokenOf(this.words, author, letters[index]));
  }

  private hint(words: string): void {
    put(piece(this.part, 'hint'), words);
  }

  private showTyping(isTyping: boolean): void {
    clearTimeout(this.typingTimer);
    this.hint(isTyping ? this.words.live.writing.replace('{who}', this.chat?.agent?.name ?? this.words.live.somebody) : '');
    if (isTyping) this.typingTimer = setTimeout(() => this.hint(''), typingHoldsMs);
  }

  /** Words that fail to arrive stay in the field; sent again unchanged, they arrive once. */
  private async send(field: HTMLTextAreaElement): Promise<void> {
    const text = field.value;
    if (!this.chat || !text.trim() || this.form?.ariaBusy === 'true') return;
    if (text !== this.sent) [this.sending, this.sent, this.allow] = [sendingName(), text, false];
    if (this.form) this.form.ariaBusy = 'true';
    this.typing.stop();
    const answer = await ask<ChatMessage>('POST', `/chats/${this.chat.key}/messages`, { text, ...(this.allow ? { allowSecrets: true } : {}) }, this.sending);
    if (this.form) this.form.ariaBusy = 'false';
    if (!answer.ok) return this.failed(answer.code, answer.fields);
    field.value = field.value.startsWith(text) ? field.value.slice(text.length).trimStart() : field.value;
    this.sent = '';
    this.label(false, false);
    fault(this.form, '');
    this.look();
  }

  private failed(code: string, fields: string[]): void {
    const known = fields.map((each) => each.replace('message.', 'text.'));
    // Sent a second time, it is meant as it is.
    this.allow = code === 'secret_found';
    this.label(true, this.allow);
    fault(this.form, code === '' ? this.words.live.failed : faultOf(this.words, code, code === 'secret_found' ? [] : known));
    if (code === 'chat_ended') this.look();
  }

  private label(isFailed: boolean, isSecret: boolean): void {
    const submit = this.form?.querySelector<HTMLElement>('button:not([type=button])');
    if (!submit) return;
    submit.dataset['label'] ??= submit.textContent ?? '';
    put(submit, isSecret ? this.words.anyway : isFailed ? this.words.live.retry : submit.dataset['label']);
  }

  private async act(name: string): Promise<void> {
    if (name === 'again') return this.listener.again();
    const resource = { leave: 'departure', transcript: 'transcript', end: 'closure' }[name] ?? '';
    const answer = await ask('POST', `/chats/${this.chat?.key ?? ''}/${resource}`, {});
    if (name === 'end') showPart(this.root, 'talk');
    this.hint(answer.ok ? (name === 'transcript' ? this.words.transcriptDone : '') : faultOf(this.words, answer.code, answer.fields));
    if (answer.ok && name !== 'transcript') this.look();
    if (answer.ok && name === 'transcript') this.listener.say(this.words.transcriptDone);
  }

  private async rate(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const score = Number(fields.get('score'));
    if (!score) return fault(form, this.words.faults['score.required'] ?? '');
    const answer = await ask('PUT', `/chats/${this.chat?.key ?? ''}/rating`, { score, comment: String(fields.get('comment') ?? '') });
    if (!answer.ok) return fault(form, faultOf(this.words, answer.code, answer.fields));
    fault(form, '');
    this.hint(this.words.rated);
    this.listener.say(this.words.rated);
  }
}
