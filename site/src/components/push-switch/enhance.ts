const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/** Lets the browser be told, once somebody pressed the button: it is never asked for on its own. */
class PushSwitch extends HTMLElement {
  connectedCallback(): void {
    if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return;
    this.querySelector('[data-with]')?.removeAttribute('hidden');
    this.querySelector('[data-without]')?.setAttribute('hidden', '');
    this.querySelector('button')?.addEventListener('click', (event) => {
      event.preventDefault();
      void this.turnOn();
    });
  }

  private async turnOn(): Promise<void> {
    const form = this.closest('form');
    const failed = this.querySelector('[data-failed]');
    failed?.setAttribute('hidden', '');
    try {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused');
      this.fill(await this.subscribe());
      form?.requestSubmit(this.querySelector('button'));
    } catch {
      failed?.removeAttribute('hidden');
    }
  }

  private async subscribe(): Promise<PushSubscriptionJSON> {
    const { pushManager } = await navigator.serviceWorker.ready;
    const applicationServerKey = bytesOf(this.dataset['key'] ?? '');
    const wanted = { userVisibleOnly: true, applicationServerKey };
    // One that was made with another key of ours would be refused at every message.
    const given = await pushManager.subscribe(wanted).catch(async () => {
      await (await pushManager.getSubscription())?.unsubscribe();
      return pushManager.subscribe(wanted);
    });
    return given.toJSON();
  }

  private fill({ endpoint, keys }: PushSubscriptionJSON): void {
    const values: Record<string, string | undefined> = { endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'] };
    for (const [name, value] of Object.entries(values)) this.querySelector<HTMLInputElement>(`[name="${name}"]`)?.setAttribute('value', value ?? '');
  }
}
customElements.define('push-switch', PushSwitch);
