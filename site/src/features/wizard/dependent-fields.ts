/** Shows a question only while one that is shown has the wanted answer. Without this script its hint says when it counts. */
class DependentFields extends HTMLElement {
  connectedCallback(): void {
    const dependents = [...this.querySelectorAll<HTMLElement>('[data-depends-on]')];
    // In the order of the page, so that a question's own fate is known before those that depend on it.
    const update = (): void => {
      for (const each of dependents) each.hidden = !this.isAsked(each.dataset);
    };
    this.addEventListener('change', update);
    update();
  }

  private isAsked({ dependsOn = '', equals }: DOMStringMap): boolean {
    const above = this.querySelector<HTMLElement>(`[data-field="${CSS.escape(dependsOn)}"]`);
    return above !== null && !above.hidden && this.answer(dependsOn, above) === equals;
  }

  private answer(name: string, above: HTMLElement): string {
    const value = new FormData(this.closest('form') ?? undefined).get(`fields.${name}`);
    const isCheckbox = above.querySelector('input[type=checkbox]') !== null;
    return isCheckbox ? String(value === 'true') : String(value ?? '');
  }
}
customElements.define('dependent-fields', DependentFields);
