const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest's Node environment in a plain context: Jest's own one asks a proxy for every global that the code under test reads,
 * and keeps a hundred frames of every error, which a server that refuses thousands of requests pays for. Together they cost
 * a sixth of the processor's time of a run.
 */
module.exports = class PlainContext extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
    this.global.Error.stackTraceLimit = Error.stackTraceLimit;
  }
};
