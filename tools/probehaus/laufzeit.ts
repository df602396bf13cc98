import { DefaultLogger, makeTelemetryFilterString, Runtime, type Logger } from '@temporalio/worker';

let eingerichtet = false;

/** Only what goes wrong, and on stderr: stdout belongs to the answers of the tools. */
export const leise = new DefaultLogger('WARN', ({ level, message, meta }) => {
  const fehler: unknown = meta?.['error'];
  const ursache =
    fehler instanceof Error && fehler.cause instanceof Error ? ` (${fehler.cause.message})` : '';
  const grund = fehler instanceof Error ? `: ${fehler.message}${ursache}` : '';
  process.stderr.write(`[${level}] ${message}${grund}\n`);
});

/**
 * One Runtime per process; the core of the SDK reports through the logger instead of writing to stdout. The first call
 * decides who listens to the logs and where the metrics are.
 */
export function leiseLaufzeit(mehr: { logger?: Logger; metriken?: string } = {}): void {
  if (eingerichtet) return;
  eingerichtet = true;
  const { logger = leise, metriken } = mehr;
  Runtime.install({
    logger,
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) },
      ...(metriken === undefined ? {} : { metrics: { prometheus: { bindAddress: metriken } } }),
    },
  });
}
