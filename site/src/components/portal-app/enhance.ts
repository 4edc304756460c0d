interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
}
const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };

/** Gives the browser the worker, and the app's icon its number. */
class PortalApp extends HTMLElement {
  connectedCallback(): void {
    const unread = Number(this.dataset['unread']);
    // A badge is a nicety: browsers without one, and windows that are no app, say no.
    if ('setAppBadge' in navigator) void (unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge()).catch(() => undefined);
    if ('serviceWorker' in navigator && this.dataset['worker']) void this.register().catch(() => undefined);
  }

  private async register(): Promise<void> {
    const worker = this.dataset['worker'] ?? '';
    // This one address and no other may become a script.
    const rules = { createScriptURL: (address: string) => (address === worker ? address : '') };
    const policy = trustedTypes?.createPolicy('portal-app', rules) ?? rules;
    await navigator.serviceWorker.register(policy.createScriptURL(worker), { scope: this.dataset['scope'] ?? '/', updateViaCache: 'none' });
  }
}
customElements.define('portal-app', PortalApp);
