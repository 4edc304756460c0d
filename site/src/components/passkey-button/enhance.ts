type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

/** Asks the device for a passkey, and sends its answer with the form. */
class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    // Browsers that cannot read the options as they come (all current ones can) are left with the other ways.
    if (typeof PublicKeyCredential === 'undefined' || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return;
    this.querySelector('[data-with]')?.removeAttribute('hidden');
    this.querySelector('[data-without]')?.setAttribute('hidden', '');
    // It would send the form; first the device is asked.
    this.querySelector('button')?.addEventListener('click', (event) => {
      event.preventDefault();
      void this.use();
    });
  }

  private async use(): Promise<void> {
    const form = this.closest('form');
    const field = this.querySelector('input');
    const failed = this.querySelector('[data-failed]');
    if (!form || !field) return;
    failed?.setAttribute('hidden', '');
    try {
      field.value = JSON.stringify(await this.ask(form));
      form.requestSubmit();
    } catch {
      // Whoever closes the device's question, or has no passkey for it, is told that there are other ways.
      failed?.removeAttribute('hidden');
    }
  }

  private async ask(form: HTMLFormElement): Promise<unknown> {
    const body = new URLSearchParams({ _csrf: String(new FormData(form).get('_csrf') ?? ''), purpose: this.dataset['purpose'] ?? '' });
    const answer = await fetch(this.dataset['options'] ?? '', { method: 'POST', body });
    if (!answer.ok) throw new Error(String(answer.status));
    const options = (await answer.json()) as Options;
    const credential =
      this.dataset['purpose'] === 'add'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    return (credential as PublicKeyCredential).toJSON();
  }
}
customElements.define('passkey-button', PasskeyButton);
