import type { Melder } from '../lokal/melder.ts';

/** One Ctrl-C arrives twice under npm: from the terminal and from npm. */
const gleichzeitigMs = 1_000;

/** Resolves when the operator wants the end; asking again later forces it. */
export function ersterAbbruch(melde: Melder): Promise<'abbruch'> {
  let beginn: number | undefined;
  return new Promise((resolve) => {
    const brichAb = (): void => {
      if (beginn === undefined) {
        beginn = Date.now();
        resolve('abbruch');
      } else if (Date.now() - beginn > gleichzeitigMs) {
        melde('Abgebrochen, ohne auf das geordnete Ende zu warten.');
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, brichAb);
    if (process.env['npm_lifecycle_event'] !== undefined) beimEndeVonNpm(brichAb);
  });
}

/** npm hands a SIGTERM to its shell only, which dies without telling us. */
function beimEndeVonNpm(melde: () => void): void {
  const eltern = process.ppid;
  const takt = setInterval(() => {
    if (process.ppid === eltern) return;
    clearInterval(takt);
    melde();
  }, 500);
  takt.unref();
}
