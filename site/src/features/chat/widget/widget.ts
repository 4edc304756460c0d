import { readToPage, type ToFrame } from './messages';
import { remembered, remember } from './memory';
import { baseStyles, roomForFocus } from './styles';
import type { WidgetData } from './widget-data';

/** Put before this script by the address that serves it (pages/chat/widget.js.ts); no global of the page. */
declare const portalWidget: WidgetData;

const patienceMs = 10_000;
const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Record<string, string>, text = ''): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
};

/** The button on a page of somebody else, and the frame that it opens. All of it is in a shadow root; the page keeps its names and styles. */
class PortalChat extends HTMLElement {
  private readonly language = this.known(this.dataset['language'] || document.documentElement.lang || navigator.language);
  private readonly words = portalWidget.words[this.language];
  private readonly button = make('button', { type: 'button', class: 'launch', 'aria-expanded': 'false', 'aria-controls': 'panel' });
  private readonly status = make('p', { class: 'spoken', role: 'status' });
  private readonly panel = make('section', { id: 'panel', hidden: '' });
  private frame: HTMLIFrameElement | null = null;
  private isReady = false;
  private chatting = false;

  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [baseStyles(portalWidget.colours)];
    this.setAttribute('lang', this.language);
    this.setAttribute('dir', this.language === 'ar' ? 'rtl' : 'ltr');
    const close = make('button', { type: 'button', class: 'close' }, this.words.close);
    const bar = make('div', { class: 'bar' });
    bar.append(make('h2', { id: 'title', dir: 'auto' }, portalWidget.brand), close);
    this.panel.setAttribute('aria-labelledby', 'title');
    this.panel.append(bar);
    root.append(this.button, this.status, this.panel);
    this.count(0);
    this.button.addEventListener('click', () => this.show(this.panel.hidden));
    close.addEventListener('click', () => this.show(false));
    document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && !this.panel.hidden && this.show(false));
    addEventListener('message', (event) => this.hear(event));
    roomForFocus();
    const before = remembered();
    if (before) this.load();
    if (before === 'open') this.show(true, false);
  }

  private known(wish: string): keyof WidgetData['words'] {
    const short = wish.slice(0, 2).toLowerCase();
    return Object.hasOwn(portalWidget.words, short) ? (short as keyof WidgetData['words']) : 'en';
  }

  private show(isShown: boolean, moves = true): void {
    if (isShown) this.load();
    const wasInside = this.shadowRoot?.activeElement !== null && this.shadowRoot?.activeElement !== this.button;
    this.panel.hidden = !isShown;
    this.button.setAttribute('aria-expanded', String(isShown));
    this.toggleAttribute('data-open', isShown);
    remember(isShown ? 'open' : this.chatting ? 'chatting' : null);
    if (isShown) this.count(0);
    this.tell({ portalChat: 'shown', shown: isShown });
    if (isShown && moves) this.frame?.focus();
    // Who stands in the page goes on there; who stood in the chat is back at what opened it.
    else if (!isShown && wasInside) this.button.focus();
  }

  private load(): void {
    if (this.frame) return;
    const address = `${portalWidget.frame}?language=${this.language}`;
    const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';
    this.frame = make('iframe', { title: this.words.title, sandbox, src: address, referrerpolicy: 'origin' });
    this.panel.append(this.frame);
    setTimeout(() => this.isReady || this.panel.append(this.wayOut()), patienceMs);
  }

  private wayOut(): HTMLElement {
    return make('a', { href: portalWidget.page, target: '_blank', rel: 'noopener', class: 'out' }, this.words.tab);
  }

  private hear({ source, origin, data }: MessageEvent): void {
    if (!this.frame || source !== this.frame.contentWindow || origin !== portalWidget.origin) return;
    const message = readToPage(data);
    if (message?.portalChat === 'ready') this.greet();
    if (message?.portalChat === 'close') this.show(false);
    if (message?.portalChat !== 'news') return;
    this.chatting = message.chatting;
    remember(this.panel.hidden ? (message.chatting ? 'chatting' : null) : 'open');
    this.count(this.panel.hidden ? message.unread : 0);
  }

  private greet(): void {
    this.isReady = true;
    this.panel.querySelector('.out')?.remove();
    this.tell({ portalChat: 'hello', page: location.href.slice(0, 500), identity: this.dataset['identity'] ?? '' });
    this.tell({ portalChat: 'shown', shown: !this.panel.hidden });
  }

  private tell(message: ToFrame): void {
    if (this.isReady) this.frame?.contentWindow?.postMessage(message, portalWidget.origin);
  }

  private count(unread: number): void {
    const { open, unread: counted } = this.words;
    const told = counted[Math.min(unread, counted.length) - 1];
    const mark = make('span', { class: 'count', 'aria-hidden': 'true' }, unread > 99 ? '99+' : String(unread));
    const news = told ? [mark, make('span', { class: 'spoken' }, told)] : [];
    this.button.replaceChildren(make('span', {}, open), ...news);
    // A live region is no part of a button's name, so it stands beside it.
    this.status.textContent = told ?? '';
  }
}

const begin = (): void => {
  const script = document.currentScript as HTMLScriptElement | null;
  const place = (): void => {
    if (customElements.get('portal-chat') || document.querySelector('portal-chat')) return;
    const element = document.createElement('portal-chat');
    for (const name of ['language', 'identity', 'position']) if (script?.dataset[name]) element.dataset[name] = script.dataset[name];
    // Only now: it reads its attributes as it comes to life.
    customElements.define('portal-chat', PortalChat);
    document.body.append(element);
  };
  if (document.body) place();
  else addEventListener('DOMContentLoaded', place);
};
begin();
