import { heartbeat } from '@temporalio/activity';

/** Interval of the sign of life while somebody outside thinks. */
const LEBENSZEICHEN_MS = 2_000;

/** Reports that the activity lives as long as it works, so that a killed worker is noticed at once. */
export async function mitLebenszeichen<T>(arbeit: () => Promise<T>): Promise<T> {
  const takt = setInterval(heartbeat, LEBENSZEICHEN_MS);
  try {
    return await arbeit();
  } finally {
    clearInterval(takt);
  }
}
