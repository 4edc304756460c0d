import type { Words } from '@i18n/index';

// Browsers claim to be others as well, so the first that fits is what it is.
const browsers: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\b(Headless)?Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const first = (known: [RegExp, string][], text: string): string | undefined => known.find(([sign]) => sign.test(text))?.[1];

/** What a browser calls itself (User-Agent) in words: “Firefox on Windows”. */
export const deviceWords = (userAgent: string, { device, unknownDevice }: Pick<Words['security'], 'device' | 'unknownDevice'>): string => {
  const [browser, system] = [first(browsers, userAgent), first(systems, userAgent)];
  return browser && system ? device(browser, system) : (browser ?? system ?? unknownDevice);
};
