const fs = require('node:fs');

// On a fresh clone Jest knows nothing of how long files take, and begins some of these last, when nothing is left beside them.
const longest = ['every-page', 'settings-accessibility', 'desk-accessibility', 'segments', 'agent-desk', 'two-factor', 'live-updates', 'keyboard-desk', 'knowledge-desk', 'strangers-at-the-desk', 'lockout', 'two-factor-sign-in', 'files-in-a-bucket', 'two-nodes-mailing', 'analytics', 'own-data', 'erasure'];
const placeOf = ({ path }) => {
  const place = longest.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return place < 0 ? longest.length : place;
};

/** The order in which files of tests begin: the longest first, then the larger before the smaller. */
module.exports = class {
  sort(tests) {
    const sizes = new Map(tests.map((test) => [test, fs.statSync(test.path).size]));
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other) || sizes.get(other) - sizes.get(one));
  }
  shard(tests) {
    return tests;
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
};
