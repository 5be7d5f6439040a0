/**
 * Jest transformer for ES modules out of node_modules: swc, after dropping a module's own `const __dirname = …`,
 * which would clash with the parameter of the same name that every CommonJS module gets.
 */
const { createTransformer } = require('@swc/jest');

module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    const withoutOwnDirname = (source) => source.replace(/^const __dirname = .*$/m, '');
    return { ...swc, process: (source, ...rest) => swc.process(withoutOwnDirname(source), ...rest) };
  },
};
