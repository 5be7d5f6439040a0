const { default: Sequencer } = require('@jest/test-sequencer');

const folders = [/\/test\/promises\//, /\/test\/(?:flows|\.groups)\//, /./];
const place = ({ path }) => folders.findIndex((folder) => folder.test(path));

/** Promises take minutes and flows half a minute: begun last, one of them would run alone while the other core waits. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const bySize = super.sort(tests);
    return [...bySize].sort((one, other) => place(one) - place(other));
  }
};
