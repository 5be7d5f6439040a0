/**
 * What the command line asks for.
 * @typedef {object} Options
 * @property {string[]} only             names of figures; empty: all
 * @property {boolean} quick             fewer and shorter runs, at most ten minutes in all
 * @property {string | undefined} json   file for the result
 * @property {string | undefined} profile  folder for CPU profiles of the measured servers
 */

const usage = `npm run bench [-- --only NAME] [--quick] [--json FILE] [--profile FOLDER]`;

/**
 * @param {string[]} words
 * @param {readonly string[]} names  figures that exist
 * @returns {Options}
 * @throws Error with the usage
 */
export function readOptions(words, names) {
  const options = { only: [], quick: false, json: undefined, profile: undefined };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '--quick') options.quick = true;
    else if (word === '--only') options.only.push(valueAfter(words, at++));
    else if (word === '--json') options.json = valueAfter(words, at++);
    else if (word === '--profile') options.profile = valueAfter(words, at++);
    else throw new Error(`"${word}" is not known\n${usage}`);
  }
  const unknown = options.only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no such figure: ${unknown.join(', ')} (there are ${names.join(', ')})`);
  return options;
}

function valueAfter(words, at) {
  const value = words[at + 1];
  if (value === undefined || value.startsWith('--')) throw new Error(`${words[at]} needs a value\n${usage}`);
  return value;
}
