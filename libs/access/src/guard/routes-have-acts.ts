import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ROUTE_ACT } from './act.decorator.js';

/** Refuses to start while a route has no policy row: nothing is open by oversight. */
@Injectable()
export class RoutesHaveActs implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const naked = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype: unknown = instance && Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => this.isNakedRoute(Object.getOwnPropertyDescriptor(prototype, name)?.value))
        .map((name) => `${metatype?.name ?? '?'}.${name}`);
    });
    if (naked.length > 0) throw new Error(`routes without a policy row: ${naked.join(', ')}`);
  }

  private isNakedRoute(handler: unknown): boolean {
    if (!isMethod(handler)) return false;
    return Reflect.hasMetadata(PATH_METADATA, handler) && this.reflector.get<unknown>(ROUTE_ACT, handler) === undefined;
  }
}

function isMethod(value: unknown): value is () => unknown {
  return typeof value === 'function';
}
