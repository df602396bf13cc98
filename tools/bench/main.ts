/** Benchmarks by name: npm run bench -- audit|frist|gegner|kern|listen|loeschung|migration|rundgang|simulation|suche|tag|team|web|weg. */
import { benchAudit } from './audit.ts';
import { benchFrist } from './frist.ts';
import { benchGegner } from './gegner.ts';
import { benchKern } from './kern.ts';
import { benchListen } from './listen.ts';
import { benchLoeschung } from './loeschung.ts';
import { benchMigration } from './migration.ts';
import { benchRundgang } from './rundgang.ts';
import { benchSimulation } from './simulation.ts';
import { benchSuche } from './suche.ts';
import { benchTag } from './tag.ts';
import { benchTeam } from './team.ts';
import { benchWeb } from './web.ts';
import { benchWeg } from './weg.ts';

const MESSUNGEN = new Map<string, () => void | Promise<void>>([
  ['audit', benchAudit],
  ['frist', benchFrist],
  ['gegner', benchGegner],
  ['kern', benchKern],
  ['listen', benchListen],
  ['loeschung', benchLoeschung],
  ['migration', benchMigration],
  ['rundgang', benchRundgang],
  ['simulation', benchSimulation],
  ['suche', benchSuche],
  ['tag', benchTag],
  ['team', benchTeam],
  ['web', benchWeb],
  ['weg', benchWeg],
]);

const namen = process.argv.slice(2);
const unbekannt = namen.filter((name) => !MESSUNGEN.has(name));
if (namen.length === 0 || unbekannt.length > 0) {
  process.stderr.write(`Aufruf: npm run bench -- ${[...MESSUNGEN.keys()].join('|')}\n`);
  process.exitCode = 2;
} else {
  for (const name of namen) await MESSUNGEN.get(name)?.();
}
