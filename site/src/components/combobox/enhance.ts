interface Suggestion {
  title: string;
  detail: string;
  href: string;
}
const untilAsked = 160;

/** The combobox of ARIA 1.2 with a list to choose from: the focus stays in the field, Enter without a choice searches. */
class ComboBox extends HTMLElement {
  private readonly known = new Map<string, Suggestion[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;
  private active = -1;

  connectedCallback(): void {
    const { field, list } = this;
    if (!field || !list) return;
    for (const [name, value] of Object.entries({ role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) field.setAttribute(name, value);
    list.role = 'listbox';
    list.ariaLabel = this.dataset['label'] ?? '';
    field.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.suggest(field.value.trim()), untilAsked);
    });
    field.addEventListener('keydown', (event) => this.press(event));
    field.addEventListener('blur', () => this.close());
    // The field keeps the focus while an option is pressed.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => this.go((event.target as Element).closest<HTMLElement>('[role=option]')));
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector('input');
  }
  private get list(): HTMLElement | null {
    return this.querySelector('.combobox-list');
  }
  private get options(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=option]')];
  }

  private async suggest(words: string): Promise<void> {
    this.asking?.abort();
    if (words.length < 2) return this.close();
    const asking = (this.asking = new AbortController());
    const found = this.known.get(words) ?? (await this.ask(words, asking.signal));
    if (asking.signal.aborted || document.activeElement !== this.field) return;
    if (found) this.known.set(words, found);
    this.show(found ?? []);
  }

  /** What is on offer; null when nobody answered, which is no reason to disturb. */
  private async ask(words: string, signal: AbortSignal): Promise<Suggestion[] | null> {
    try {
      const answer = await fetch(`${this.dataset['from']}?q=${encodeURIComponent(words)}`, { signal });
      return answer.ok ? ((await answer.json()) as Suggestion[]) : null;
    } catch {
      return null;
    }
  }

  private show(found: Suggestion[]): void {
    const { list } = this;
    if (!list) return;
    list.replaceChildren(...found.map((suggestion, index) => this.option(suggestion, `${list.id}-${index}`)));
    this.toggle(found.length > 0);
    const template = this.dataset[found.length === 0 ? 'none' : found.length === 1 ? 'one' : 'many'] ?? '';
    this.say(template.replace('{count}', String(found.length)));
  }

  private option({ title, detail, href }: Suggestion, id: string): HTMLElement {
    const option = document.createElement('div');
    option.append(Object.assign(document.createElement('span'), { textContent: title }), Object.assign(document.createElement('small'), { textContent: detail }));
    option.id = id;
    option.dataset['href'] = href;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    return option;
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const open = this.list?.hidden === false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.options.length > 0) {
      if (!open) this.toggle(true);
      this.choose(this.active + step);
    } else if (event.key === 'Enter' && open && this.active >= 0) this.go(this.options[this.active] ?? null);
    else if (event.key === 'Escape' && open) this.close();
    else return;
    event.preventDefault();
  }

  /** Marks an option; before the first and after the last is the field itself. */
  private choose(wanted: number): void {
    const { options } = this;
    this.active = wanted < -1 ? options.length - 1 : wanted >= options.length ? -1 : wanted;
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === this.active)));
    const chosen = options[this.active];
    if (chosen) this.field?.setAttribute('aria-activedescendant', chosen.id);
    else this.field?.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  }

  private toggle(open: boolean): void {
    this.choose(-1);
    if (this.list) this.list.hidden = !open;
    this.field?.setAttribute('aria-expanded', String(open));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.toggle(false);
    this.say('');
  }

  private say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }

  private go(option: HTMLElement | null): void {
    if (option?.dataset['href']) location.assign(option.dataset['href']);
  }
}
customElements.define('combo-box', ComboBox);
