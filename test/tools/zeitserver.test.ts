import { expect, test } from 'vitest';
import { starteZeitserver } from '../../tools/lokal/zeitserver.ts';

test('a story of 2024 starts at its first instant and moves on by 14 days within seconds (temporal.md 2.2)', async () => {
  const env = await starteZeitserver({ abInstant: '2024-02-20T08:00:00Z' });
  try {
    const beginn = await env.currentTimeMs();
    expect(beginn - Date.parse('2024-02-20T08:00:00Z')).toBeGreaterThanOrEqual(0);
    expect(beginn - Date.parse('2024-02-20T08:00:00Z')).toBeLessThan(60_000);

    await env.sleep('14 days');
    const danach = (await env.currentTimeMs()) - beginn;
    expect(danach).toBeGreaterThanOrEqual(14 * 86_400_000);
    expect(danach).toBeLessThan(14 * 86_400_000 + 60_000);
  } finally {
    await env.teardown();
  }
});
