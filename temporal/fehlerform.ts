import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures travel as payloads, so that the codec reaches them; only the type stays in clear (S5). */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
