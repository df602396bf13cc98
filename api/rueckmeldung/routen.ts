import * as vertrag from './formen.ts';
import { linkroute, type Route } from '../kern/route.ts';
import { meldeZurueck, zeigeEinmallink } from './faelle.ts';

const PFAD = '/api/v1/rueckmeldungen';
const offen = { gruppe: 'Leistungserbringer', betrifft: { was: 'fall', klassen: ['K5'] } } as const;

export const zugangsroute: Route<vertrag.Linkansicht> = linkroute({
  ...offen,
  pfad: `${PFAD}/ansicht`,
  name: 'zeigeZugang',
  titel: 'Zeigen, wozu ein Einmallink berechtigt',
  status: 200,
  rumpf: vertrag.zugangsrumpf,
  antwort: vertrag.linkansicht,
  fall: (umgebung, { zugang: einmallink }) => zeigeEinmallink(umgebung, einmallink),
});

export const meldungsroute: Route<vertrag.Quittung> = linkroute({
  ...offen,
  pfad: PFAD,
  name: 'meldeZurueck',
  titel: 'Rückmeldung eines Leistungserbringers über seinen Einmallink',
  beschreibung:
    'Der Link gilt einmal; dieselbe Rückmeldung noch einmal gesendet ergibt dieselbe Antwort. Was keine Schweigepflichtentbindung deckt, wird nicht gespeichert (V-46).',
  status: 201,
  rumpf: vertrag.rueckmeldungNeu,
  antwort: vertrag.quittung,
  fall: meldeZurueck,
});

/** What a Leistungserbringer without an account can do with its one-time link (R17, E25). */
export const rueckmelderouten: readonly Route[] = [zugangsroute, meldungsroute];
