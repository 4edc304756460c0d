const own = ':root{--brand-accent:light-dark(oklch(47% 0.17 268),oklch(76% 0.12 268));--brand-accent-strong:light-dark(oklch(40% 0.16 268),oklch(83% 0.09 268));--brand-on-accent:light-dark(#fff,oklch(18% 0.03 268))}';

const rules = `
:host{all:initial;color-scheme:light dark;--surface:light-dark(#fff,#1c212d);--ink:light-dark(#171b25,#e9ebf1);--line:light-dark(#d9dce3,#3a4152);--accent:var(--brand-accent);position:fixed;inset-block-end:1rem;inset-inline-end:1rem;z-index:2147483000;display:block;font:600 1rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink)}
:host([data-position=start]){inset-inline:1rem auto}
*{box-sizing:border-box;font:inherit}
[hidden]{display:none!important}
button{min-block-size:2.75rem;padding:.5rem 1.125rem;border:1px solid transparent;border-radius:8px;cursor:pointer;color:inherit;background:none}
.launch{display:inline-flex;align-items:center;gap:.5rem;min-block-size:3rem;margin-inline-start:auto;background:var(--accent);color:var(--brand-on-accent);border-radius:1.5rem}
.launch:hover{background:var(--brand-accent-strong)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.launch:focus-visible{outline-color:var(--ink);box-shadow:0 0 0 2px var(--surface)}
.count{min-inline-size:1.375rem;padding:0 .375rem;border-radius:1rem;background:var(--brand-on-accent);color:var(--accent);font-size:.8125rem;text-align:center}
.spoken{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:host([data-open]) .launch{display:none}
section{display:flex;flex-direction:column;inline-size:min(24rem,100vw - 2rem);block-size:min(40rem,100dvh - 2rem);overflow:hidden;border:1px solid var(--line);border-radius:14px;background:var(--surface)}
.bar{display:flex;align-items:center;justify-content:space-between;gap:.5rem;padding:.25rem .25rem .25rem 1rem;padding-inline:1rem .25rem;border-block-end:1px solid var(--line)}
h2{margin:0;min-inline-size:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.close{flex:none;color:var(--accent)}
.close:hover{text-decoration:underline}
iframe{flex:1;inline-size:100%;min-block-size:0;border:0;background:var(--surface);color-scheme:light dark}
.out{padding:1rem;color:var(--accent)}
@media(max-width:30rem),(max-height:24rem){:host([data-open]){inset:0}section{inline-size:100%;block-size:100dvh;border:0;border-radius:0}}
@media(prefers-reduced-motion:no-preference){.launch{transition:background-color .12s ease-out}}
@media(forced-colors:active){button{border-color:ButtonText}}
@media print{:host{display:none}}
`;

const sheetOf = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

/** The widget's styles as an object, which a page's policy for styles has no part in. `colours`: hooks of a segment at `:root`. */
export const baseStyles = (colours: string): CSSStyleSheet => sheetOf((colours || own).replace(':root', ':host') + rules);

/** Lets the page scroll what has the focus above the button, unless the page has a rule of its own. */
export const roomForFocus = (): void => {
  if (getComputedStyle(document.documentElement).scrollPaddingBottom !== 'auto') return;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetOf('html{scroll-padding-bottom:5rem}')];
};
