/** A story that cannot be read: where, and what to do about it. */
export class Geschichtenfehler extends Error {
  readonly datei: string;
  readonly zeile: number;

  constructor(datei: string, zeile: number, text: string) {
    super(`${datei}:${zeile}: ${text}`);
    this.datei = datei;
    this.zeile = zeile;
  }
}

function abstand(a: string, b: string): number {
  let vorige = Array.from({ length: b.length + 1 }, (_, stelle) => stelle);
  for (let zeile = 1; zeile <= a.length; zeile += 1) {
    const naechste = [zeile];
    for (let spalte = 1; spalte <= b.length; spalte += 1) {
      const ersetzt = (vorige[spalte - 1] ?? 0) + (a[zeile - 1] === b[spalte - 1] ? 0 : 1);
      naechste.push(Math.min(ersetzt, (vorige[spalte] ?? 0) + 1, (naechste[spalte - 1] ?? 0) + 1));
    }
    vorige = naechste;
  }
  return vorige[b.length] ?? 0;
}

/** The known name nearest to a misspelt one (edit distance); null when nothing is known. */
export function naechsterName(name: string, bekannte: readonly string[]): string | null {
  const [bester] = bekannte
    .map((bekannt) => ({ bekannt, weite: abstand(name.toLowerCase(), bekannt.toLowerCase()) }))
    .sort((a, b) => a.weite - b.weite);
  return bester?.bekannt ?? null;
}

/** „X“ is unknown; with the nearest known name. */
export function unbekannt(was: string, name: string, bekannte: readonly string[]): string {
  const naechster = naechsterName(name, bekannte);
  const vorschlag = naechster === null ? '' : ` Meinten Sie „${naechster}“?`;
  return `${was} „${name}“ ist unbekannt.${vorschlag}`;
}
