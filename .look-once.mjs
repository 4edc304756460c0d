import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
let exe = ['/usr/bin/chromium','/usr/bin/google-chrome'].find(existsSync);
if (!exe) { const c = (await import('@sparticuz/chromium')).default; exe = await c.executablePath(); }
const b = await chromium.launch({ executablePath: exe, args:['--no-sandbox','--disable-gpu','--headless=new'] });
const base = 'http://localhost:4105';
const paths = (process.argv[2] ?? '/dashboard').split(',');
const modes = (process.argv[3] ?? 'l1280,d1280,l320,d320').split(',');
const js = process.argv[4] !== 'nojs';
let state;
for (const m of modes) {
  const theme = m[0]==='d'?'dark':'light', width = Number(m.slice(1));
  const c = await b.newContext({ baseURL: base, viewport: { width, height: 900 }, colorScheme: theme, reducedMotion:'reduce', locale:'en-GB', javaScriptEnabled: js, storageState: state });
  const p = await c.newPage(); p.setDefaultTimeout(60000);
  const faults=[]; p.on('console', x => x.type()==='error' && faults.push(x.text())); p.on('pageerror', e => faults.push(e.message));
  if (!state) { await p.goto('/support/sign-in'); await p.getByLabel('Email address').fill(process.env.WHO ?? 'cora@example.com'); await p.getByRole('textbox',{name:'Password'}).fill('Portal-demo-2026'); await p.getByRole('button',{name:'Sign in',exact:true}).click(); await p.getByRole('button',{name:'Sign out',includeHidden:true}).waitFor({state:'attached'}); state = await c.storageState(); }
  for (const path of paths) { const t=Date.now(); await p.goto('/support'+path); await p.screenshot({ path: `/tmp/fp-${path.replace(/\W+/g,'_')}-${m}${js?'':'-nojs'}.png`, fullPage: true }); console.log(path, m, Date.now()-t, 'ms', await p.evaluate(()=>document.documentElement.scrollWidth), faults.join('|')); }
  await c.close();
}
await b.close();
