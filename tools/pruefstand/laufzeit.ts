import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

let eingerichtet = false;

/** Only what goes wrong, and on stderr: stdout belongs to the answers of the tools. */
export const leise = new DefaultLogger('WARN', ({ level, message }) => {
  process.stderr.write(`[${level}] ${message}\n`);
});

/** One Runtime per process; the core of the SDK reports through the logger instead of writing to stdout. */
export function leiseLaufzeit(): void {
  if (eingerichtet) return;
  eingerichtet = true;
  Runtime.install({
    logger: leise,
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) },
    },
  });
}
