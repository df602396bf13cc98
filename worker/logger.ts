import { DefaultLogger, makeTelemetryFilterString, Runtime, type LogLevel } from '@temporalio/worker';
import pino, { type Logger } from 'pino';

const STUFEN = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** JSON lines on stdout; the SDK's own logs join them, so that a case can be followed by its id. */
export function erzeugeLogger(stufe: string): Logger {
  return pino({ level: stufe, base: { prozess: 'worker' }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Must run before anything else of the SDK: one Runtime per process. */
export function installiereRuntime(log: Logger): void {
  const weiter = new DefaultLogger(
    'INFO',
    ({ level, message, meta }: { level: LogLevel; message: string; meta?: unknown }) => {
      log[STUFEN[level]]({ sdk: meta }, message);
    },
  );
  Runtime.install({
    logger: weiter,
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
  });
}
