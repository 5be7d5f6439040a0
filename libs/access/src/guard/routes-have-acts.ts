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
        .map((name) => ({ name, handler: (prototype as Record<string, unknown>)[name] }))
        .filter(({ handler }) => typeof handler === 'function' && Reflect.hasMetadata(PATH_METADATA, handler))
        .filter(({ handler }) => !this.reflector.get(ROUTE_ACT, handler as () => void))
        .map(({ name }) => `${metatype?.name ?? '?'}.${name}`);
    });
    if (naked.length > 0) throw new Error(`routes without a policy row: ${naked.join(', ')}`);
  }
}
