import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { maskedNumbers, maskedValue } from '@ducha/kernel';
import type { Settings } from '@ducha/store';

const levels: Record<Settings['logLevel'], LogLevel[]> = {
  silent: [],
  fatal: ['fatal'],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
  trace: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** Nest tells of every route and module it wires; nobody reads that. */
const wiring = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

/** One JSON line an event, on stderr, personal numbers masked; stdout belongs to what a person asked for. */
export class JsonLog extends ConsoleLogger {
  constructor(level: Settings['logLevel']) {
    super({ json: true, logLevels: levels[level], forceConsole: false, colors: false });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && wiring.has(context)) return;
    super.log(message, ...rest);
  }

  protected override printMessages(
    messages: unknown[],
    context?: string,
    logLevel?: LogLevel,
    _stream?: 'stdout' | 'stderr',
    stack?: unknown,
  ): void {
    const shown = messages.map(maskedValue);
    super.printMessages(shown, context, logLevel, 'stderr', typeof stack === 'string' ? maskedNumbers(stack) : stack);
  }
}
