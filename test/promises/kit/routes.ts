import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { ROUTE_ACT, type RouteAct } from '@ducha/access';
import type { World } from '#test-kit';

/** One route that the running program answers, as its own metadata describe it. */
export interface Route {
  readonly method: string;
  /** With `:parameters`, after `/api/v1`; operating routes start with `//`. */
  readonly path: string;
  readonly act: RouteAct;
  readonly handler: string;
  readonly body: Type | undefined;
  readonly query: Type | undefined;
  readonly params: readonly string[];
  readonly takesVersion: boolean;
  readonly streams: boolean;
}

const bodyArgument = 3;
const queryArgument = 4;
const operating = new Set(['livez', 'readyz', 'metrics']);

/** Every route of the running program: nothing is listed by hand. */
export function routesOf(world: World): Route[] {
  const controllers = world.app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOfController(metatype as Type) : []))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

/** `POST /tasks/:id/verify`. */
export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

function routesOfController(controller: Type): Route[] {
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (name === 'constructor' || typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler))
      return [];
    const path = [prefix, String(Reflect.getMetadata(PATH_METADATA, handler))]
      .flatMap((part) => part.split('/'))
      .filter(Boolean)
      .join('/');
    return [
      {
        method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '?',
        path: operating.has(path) ? `//${path}` : `/${path}`,
        act: Reflect.getMetadata(ROUTE_ACT, handler) as RouteAct,
        handler: `${controller.name}.${name}`,
        params: [...path.matchAll(/:(\w+)/g)].map(([, param]) => param ?? ''),
        streams: Reflect.hasMetadata('__sse__', handler),
        ...argumentsOf(controller, prototype, name),
      },
    ];
  });
}

interface Argument {
  readonly index: number;
  readonly data?: unknown;
  readonly factory?: { readonly name?: string };
}

function argumentsOf(
  controller: Type,
  prototype: object,
  name: string,
): Pick<Route, 'body' | 'query' | 'takesVersion'> {
  const described = Object.entries(
    (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>,
  );
  const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as Type[];
  const typeOf = (kind: number): Type | undefined => {
    const [, found] = described.find(([key]) => key.startsWith(`${kind}:`)) ?? [];
    return found && types[found.index];
  };
  // `@IfMatch` is the only argument made from the request that is a number
  const takesVersion = described.some(
    ([key, { index }]) => key.includes('__customRouteArgs__') && (types[index] as unknown) === Number,
  );
  return { body: typeOf(bodyArgument), query: typeOf(queryArgument), takesVersion };
}
