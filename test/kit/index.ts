export { Agent, type Answer, type Json, type WriteOptions } from './agent.js';
export { type Lapse, TestClock, testSearchPath } from './clock.js';
export { type County, type PersonKey, type UnitKey } from './county.js';
export { ownDatabase } from './server.js';
export { World, type WorldOptions } from './world.js';
export { redisOnPath, startPrivateRedis } from './private-redis.js';
export { roundRobin, ServerProcess } from './processes.js';
export { DurableCounty } from './durable-county.js';
