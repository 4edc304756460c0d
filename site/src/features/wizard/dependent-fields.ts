/** Shows a question only while the answer it depends on is given. Without this script its hint says when it counts. */
class DependentFields extends HTMLElement {
  connectedCallback(): void {
    const dependents = [...this.querySelectorAll<HTMLElement>('[data-depends-on]')];
    const update = (): void => {
      for (const each of dependents) each.hidden = this.answer(each.dataset['dependsOn'] ?? '') !== each.dataset['equals'];
    };
    this.addEventListener('change', update);
    update();
  }

  private answer(name: string): string {
    const value = new FormData(this.closest('form') ?? undefined).get(`fields.${name}`);
    const isCheckbox = this.querySelector(`[data-field="${CSS.escape(name)}"] input[type=checkbox]`) !== null;
    return isCheckbox ? String(value === 'true') : String(value ?? '');
  }
}
customElements.define('dependent-fields', DependentFields);
