import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheOrdner, legeAb } from './ablage.ts';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { stumm, type Melder } from './melder.ts';
import { fuehreAus } from './prozess.ts';

const quelle = path.join(import.meta.dirname, 'zeitserver');
const mindestJava = 17;
const klassenpfad = 'zeitserver.jar:lib/*';

/** `exec`, so that the process started is the JVM itself; relative class path, because the CDS archive compares it. */
const huelle = `#!/bin/sh
cd "$(dirname "$0")" || exit 1
exec java -Xshare:auto -XX:SharedArchiveFile=klassen.jsa -XX:TieredStopAtLevel=1 -cp "${klassenpfad}" Zeitserver "$@"
`;

/**
 * Path of the time-skipping test servers as one executable; what it reads and answers: Zeitserver.java.
 * Built once by Maven and the JDK into the cache, about 10 s.
 * @throws BedienFehler when JDK or Maven are missing or the build fails
 */
export async function findeZeitserver(melde: Melder = stumm): Promise<string> {
  const kennung = createHash('sha256');
  for (const datei of ['pom.xml', 'Zeitserver.java'])
    kennung.update(await readFile(path.join(quelle, datei)));
  kennung.update(huelle);
  const ziel = path.join(cacheOrdner(), `zeitserver-${kennung.digest('hex').slice(0, 12)}`);
  await legeAb(ziel, (entwurf) => baue(entwurf, melde), melde);
  return path.join(ziel, 'zeitserver');
}

async function baue(ordner: string, melde: Melder): Promise<void> {
  pruefeWerkzeuge();
  melde('Der Zeitserver für Tests wird gebaut (einmalig, etwa 10 Sekunden).');
  await cp(quelle, ordner, { recursive: true });
  const schritte: (readonly [string, ...string[]])[] = [
    ['mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'],
    ['javac', '-d', 'klassen', '-cp', 'lib/*', 'Zeitserver.java'],
    ['jar', 'cf', 'zeitserver.jar', '-C', 'klassen', '.'],
    [
      'java',
      '-XX:ArchiveClassesAtExit=klassen.jsa',
      '-XX:TieredStopAtLevel=1',
      '-cp',
      klassenpfad,
      'Zeitserver',
      'probe',
    ],
  ];
  try {
    for (const [befehl, ...args] of schritte) {
      await fuehreAus({ befehl, args, cwd: ordner, was: 'Der Zeitserver wird gebaut', melde });
    }
  } catch (cause) {
    throw new BedienFehler(
      `Der Zeitserver ließ sich nicht bauen: ${cause instanceof Error ? cause.message.trim() : String(cause)}`,
      'Prüfen Sie, ob Maven seine Pakete erreicht (settings.xml).',
      { cause },
    );
  }
  await writeFile(path.join(ordner, 'zeitserver'), huelle, { mode: 0o755 });
}

function pruefeWerkzeuge(): void {
  const fehlend = [
    javacVersion() >= mindestJava ? [] : [`ein JDK ab ${String(mindestJava)}`],
    vorhanden('mvn') ? [] : ['Maven'],
  ].flat();
  if (fehlend.length === 0) return;
  throw new BedienFehler(
    `Für Tests mit Zeitsprung fehlt ${fehlend.join(' und ')}.`,
    'Installieren Sie es (Debian: apt-get install openjdk-17-jdk-headless maven) und starten Sie neu.',
  );
}

function javacVersion(): number {
  try {
    const treffer = /javac (\d+)/.exec(execFileSync('javac', ['-version'], { encoding: 'utf8' }));
    return Number(treffer?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function vorhanden(befehl: string): boolean {
  try {
    execFileSync(befehl, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
