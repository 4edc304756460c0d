/** The look of the archive's page: the colours of the portal's pages, light and dark, without a font or a picture. */
export const archiveStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf8,#10141d);--card:light-dark(#fff,#191e29);--ink:light-dark(#23252f,#e9ebf1);--quiet:light-dark(#5b5f6b,#aaaeb8);--line:light-dark(#dddfe6,#3a3f4b);--accent:light-dark(#334fb8,#9db2f5);--soft:light-dark(#eef1fb,#252c40)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
main{max-width:50rem;margin-inline:auto;padding:2rem 1rem 4rem}
h1{font-size:clamp(1.75rem,1.4rem + 2vw,2.5rem);line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.5rem;margin:3rem 0 1rem;padding-block-start:1.5rem;border-block-start:1px solid var(--line)}
h3{font-size:1.2rem;margin:0 0 .75rem}
.lead{font-size:1.2rem}.lead,.quiet,dt,time{color:var(--quiet)}
a{color:var(--accent)}
h1,h2,h3,dd,.text{overflow-wrap:anywhere}
.item,.request,.letter{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem;margin-block-end:.75rem}
.request{padding:1.25rem;margin-block-end:2rem}
.letter.own{background:var(--soft)}
.letter header{margin-block-end:.5rem}
.inner .item{padding:.5rem .75rem;margin-block:.25rem;border-radius:8px}
dl{margin:0}dl>div{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;gap:.25rem 1rem;padding-block:.2rem}
dd{margin:0}dt,time{font-size:.9rem}
.text p{margin:0 0 .6rem}.text p:last-child{margin-block-end:0}
blockquote{margin-inline:0;padding-inline-start:.75rem;border-inline-start:3px solid var(--line)}
summary{cursor:pointer;color:var(--accent);padding-block:.5rem}
@media (max-width:36rem){dl>div{grid-template-columns:1fr;gap:0}}
@media print{.item,.request,.letter{break-inside:avoid}}
`;
