/** Show or hide a password. The button exists only with script, as it does nothing without. */
class PasswordReveal extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const button = this.querySelector('button');
    const status = this.querySelector<HTMLElement>('[aria-live]');
    const [short, long] = ['[data-short]', '[data-long]'].map((part) => this.querySelector(part));
    if (!input || !button || !status || !short || !long) return;
    const show = (visible: boolean, speak: boolean): void => {
      input.type = visible ? 'text' : 'password';
      short.textContent = (visible ? this.dataset['hide'] : this.dataset['show']) ?? '';
      long.textContent = (visible ? this.dataset['hideLabel'] : this.dataset['showLabel']) ?? '';
      status.textContent = speak ? ((visible ? this.dataset['shown'] : this.dataset['hidden']) ?? '') : '';
    };
    button.addEventListener('click', () => show(input.type === 'password', true));
    // Browsers keep what was typed into a text input: a password must leave as a password.
    input.form?.addEventListener('submit', () => show(false, false));
    addEventListener('pageshow', () => show(false, false));
    button.hidden = false;
  }
}
customElements.define('password-reveal', PasswordReveal);
