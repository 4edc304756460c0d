// The browser's limit for requests that may outlive their page is 64 KiB; longer texts are kept while the page lives.
const outlives = 60_000;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends the form's text to the server a moment after each change, and when the page is left or hidden. */
class KeepDraft extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private onTheWay: Promise<void> | null = null;
  private changed = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.addEventListener('input', () => {
      this.changed = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(form), 1000);
    });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.keep(form));
    addEventListener('pagehide', () => this.keep(form));
    form.addEventListener('submit', (event) => void this.leave(event, form));
  }

  /** What is sent now is the last word: a draft still on its way must not arrive after it. */
  private async leave(event: SubmitEvent, form: HTMLFormElement): Promise<void> {
    clearTimeout(this.timer);
    this.changed = false;
    if (!this.onTheWay) return;
    event.preventDefault();
    await Promise.race([this.onTheWay, pause(1000)]);
    this.onTheWay = null;
    form.requestSubmit(event.submitter);
  }

  private keep(form: HTMLFormElement): void {
    clearTimeout(this.timer);
    if (!this.changed) return;
    this.changed = false;
    const texts = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string');
    const body = new URLSearchParams(texts);
    const sending = fetch(this.dataset['to'] ?? '', { method: 'POST', body, keepalive: String(body).length < outlives })
      .then(({ ok }) => this.say(ok ? (this.dataset['saved'] ?? '') : ''))
      // Offline: the text is still in the form, and the next change tries again.
      .catch(() => this.say(''))
      .finally(() => {
        if (this.onTheWay === sending) this.onTheWay = null;
      });
    this.onTheWay = sending;
  }

  private say(words: string): void {
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = words;
  }
}
customElements.define('keep-draft', KeepDraft);
