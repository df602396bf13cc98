import type { Route } from './kern/route.ts';
import { auskunftsrouten } from './auskunft/routen.ts';
import { befehlsrouten } from './befehle/routen.ts';
import { eaktenrouten } from './eakte/routen.ts';
import { wiedervorlagenrouten } from './eigenewiedervorlage/routen.ts';
import { einwilligungsrouten } from './einwilligungen/routen.ts';
import { fallrouten } from './faelle/routen.ts';
import { fristenrouten } from './fristen/routen.ts';
import { protokollrouten } from './leseprotokoll/routen.ts';
import { listenrouten } from './arbeitslisten/routen.ts';
import { routenDerLoeschung } from './loeschung/routen.ts';
import { mailwahlrouten } from './mailwahl/routen.ts';
import { nutzlastrouten } from './nutzlasten/routen.ts';
import { organisationsrouten } from './organisation/routen.ts';
import { policyrouten } from './policy/routen.ts';
import { nachweisrouten } from './personal/nachweisrouten.ts';
import { qualifikationsrouten } from './personal/qualifikationsrouten.ts';
import { personalrouten } from './personal/routen.ts';
import { vertretungsrouten } from './personal/vertretungsrouten.ts';
import { personenrouten } from './personen/routen.ts';
import { potenzialrouten } from './potenzial/routen.ts';
import { qualitaetsrouten } from './qualitaet/routen.ts';
import { rueckmelderouten } from './rueckmeldung/routen.ts';
import { zugriffsrouten } from './sonderzugriff/routen.ts';
import { schreibrouten } from './schreiben/routen.ts';
import { teamrouten } from './team/routen.ts';
import { uebergaberouten } from './uebergabe/routen.ts';
import { vorschaurouten } from './vorschau/routen.ts';
import { verzeichnisrouten } from './erbringer/routen.ts';
import { zuordnungsrouten } from './zuordnung/routen.ts';

function platzhalter({ pfad }: Route): number {
  return pfad.split('{').length;
}

/** The whole table of the API. Fixed addresses stand before those with names in them. */
export const ROUTEN: readonly Route[] = [
  ...befehlsrouten,
  ...fallrouten,
  ...vorschaurouten,
  ...eaktenrouten,
  ...wiedervorlagenrouten,
  ...schreibrouten,
  ...uebergaberouten,
  ...listenrouten,
  ...personenrouten,
  ...einwilligungsrouten,
  ...verzeichnisrouten,
  ...qualitaetsrouten,
  ...rueckmelderouten,
  ...organisationsrouten,
  ...potenzialrouten,
  ...mailwahlrouten,
  ...policyrouten,
  ...teamrouten,
  ...zuordnungsrouten,
  ...personalrouten,
  ...vertretungsrouten,
  ...qualifikationsrouten,
  ...nachweisrouten,
  ...zugriffsrouten,
  ...protokollrouten,
  ...auskunftsrouten,
  ...routenDerLoeschung,
  ...nutzlastrouten,
  ...fristenrouten,
].sort((a, b) => platzhalter(a) - platzhalter(b));
