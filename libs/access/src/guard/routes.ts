import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { FRESH, ROUTE_ACT } from './act.decorator.js';
import type { RouteAct } from './route-act.js';

interface Route {
  readonly name: string;
  readonly act: string | undefined;
  readonly isFresh: boolean;
}

/** What the routes of this server ask for. Refuses to start while one has no policy row: nothing is open by oversight. */
@Injectable()
export class Routes implements OnApplicationBootstrap {
  private freshActs: ReadonlySet<string> = new Set();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const routes = this.all();
    const naked = routes.filter(({ act }) => act === undefined).map(({ name }) => name);
    if (naked.length > 0) throw new Error(`routes without a policy row: ${naked.join(', ')}`);
    const withoutProof = new Set(routes.filter(({ isFresh }) => !isFresh).map(({ act }) => act));
    this.freshActs = new Set(routes.flatMap(({ act = '' }) => (withoutProof.has(act) ? [] : [act])));
  }

  /** Whether every way to do the act wants a fresh proof of who one is, which only a person can give. */
  wantsProof(act: string): boolean {
    return this.freshActs.has(act);
  }

  private all(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype: unknown = instance && Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
        if (!isMethod(handler) || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
        const act = this.reflector.get<RouteAct | undefined>(ROUTE_ACT, handler)?.act;
        const isFresh = this.reflector.get<boolean | undefined>(FRESH, handler) === true;
        return [{ name: `${metatype?.name ?? '?'}.${name}`, act, isFresh }];
      });
    });
  }
}

function isMethod(value: unknown): value is () => unknown {
  return typeof value === 'function';
}
