import fs from 'node:fs';

const installed = () => [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => file && fs.existsSync(file));

/**
 * The browser of the tests: one that is installed, else the one that came with npm. That one unpacks itself when
 * it is asked where it is; two that ask at the same time start a file that is still being written (ETXTBSY).
 */
export const browserPath = async () => installed() ?? (await import('@sparticuz/chromium')).default.executablePath();
