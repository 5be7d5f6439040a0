import { register } from 'node:module';

/** A process that is started with this arms no clock when it opens or sends a task: what arming is compared with. */
const hooks = `
  export async function load(url, context, next) {
    const loaded = await next(url, context);
    if (!url.endsWith('/usecases/clock-plan.js')) return loaded;
    const armed = 'export function clocksOfOpening(';
    const source = String(loaded.source);
    if (!source.includes(armed)) throw new Error('clocks are armed elsewhere now');
    return { ...loaded, source: source.replace(armed, 'export function clocksOfOpening() { return []; }\\nfunction clocksArmed(') };
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
