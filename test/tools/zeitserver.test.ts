import { expect, test } from 'vitest';
import { starteZeitserver } from '../../tools/lokal/zeitserver.ts';

const TAG = 86_400_000;
const MINUTE = 60_000;

test('a story of 2024 starts at its first instant and moves on by 14 days within seconds (technik.md 2.2)', async () => {
  const server = await starteZeitserver({ abInstant: '2024-02-20T08:00:00Z' });
  // Servers share a JVM, not their clock.
  const spaeterer = await starteZeitserver({ abInstant: '2027-01-01T00:00:00Z' });
  try {
    const beginn = await server.jetztMs();
    expect(beginn - Date.parse('2024-02-20T08:00:00Z')).toBeGreaterThanOrEqual(0);
    expect(beginn - Date.parse('2024-02-20T08:00:00Z')).toBeLessThan(MINUTE);

    await server.schlafe(14 * TAG);
    const danach = (await server.jetztMs()) - beginn;
    expect(danach).toBeGreaterThanOrEqual(14 * TAG);
    expect(danach).toBeLessThan(14 * TAG + MINUTE);

    const unberuehrt = (await spaeterer.jetztMs()) - Date.parse('2027-01-01T00:00:00Z');
    expect(unberuehrt).toBeGreaterThanOrEqual(0);
    expect(unberuehrt).toBeLessThan(MINUTE);
  } finally {
    await server.beende();
    await spaeterer.beende();
  }
  await expect(
    starteZeitserver({ abInstant: '1995-01-01T00:00:00Z' }).then((s) => s.beende()),
  ).resolves.toBeUndefined();
});
