import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundle } from '@temporalio/worker';

/** The sources this process was started from. */
export const QUELLEN = fileURLToPath(new URL('../', import.meta.url));

/**
 * Workflows with what has to be in the bundle beside them: the guard before their handlers and the form of failures (S5).
 * @param quellen folder of other sources: the planted mistakes of the tests
 */
export function buendleWorkflows(quellen = QUELLEN, logger?: Logger): Promise<WorkflowBundle> {
  return bundleWorkflowCode({
    workflowsPath: path.join(quellen, 'workflows/index.ts'),
    workflowInterceptorModules: [path.join(quellen, 'workflows/waechter.ts')],
    failureConverterPath: path.join(quellen, 'temporal/fehlerform.ts'),
    ...(logger === undefined ? {} : { logger }),
  });
}
