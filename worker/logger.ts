import { DefaultLogger, makeTelemetryFilterString, Runtime, type LogLevel } from '@temporalio/worker';
import type { Logger } from 'pino';

const STUFEN = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** The SDK's own logs as lines of the worker's. */
export function sdkProtokoll(log: Logger): DefaultLogger {
  return new DefaultLogger(
    'INFO',
    ({ level, message, meta }: { level: LogLevel; message: string; meta?: unknown }) => {
      log[STUFEN[level]]({ sdk: meta }, message);
    },
  );
}

/**
 * The SDK's own logs join those of the worker. Must run before anything else of the SDK: one Runtime per process.
 * @param metriken where Prometheus may ask, host:port
 */
export function installiereRuntime(log: Logger, metriken: string | undefined): void {
  Runtime.install({
    logger: sdkProtokoll(log),
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
      ...(metriken === undefined ? {} : { metrics: { prometheus: { bindAddress: metriken } } }),
    },
  });
}
