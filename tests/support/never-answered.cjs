const fs = require('node:fs');
const path = require('node:path');

const linesOf = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder).flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean)) : []);

/** After a whole run of the server's tests: which operations of the API's document no test was answered by. */
module.exports = class NeverAnswered {
  constructor(globalConfig) {
    this.isWhole = globalConfig.testNamePattern === '' || globalConfig.testNamePattern === undefined;
  }

  onRunComplete(_contexts, { numTotalTestSuites }) {
    const scratch = process.env.PORTAL_TEST_SCRATCH;
    // A few files that were asked for by name say nothing about the rest.
    if (!scratch || !this.isWhole || numTotalTestSuites < 60) return;
    const answered = new Set(linesOf(path.join(scratch, 'answered')));
    const never = [...new Set(linesOf(path.join(scratch, 'operations')))].filter((name) => !answered.has(name));
    console.error(never.length === 0 ? 'Every operation of the API was answered in a test, and held to its document.' : `Answered in no test of this suite: ${never.sort().join(', ')}.`);
  }
};
