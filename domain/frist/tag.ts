declare const TAG: unique symbol;

/**
 * A legal day, `YYYY-MM-DD` without a time. Days of four-digit years compare with `<`. Any text may stand for a day; the
 * mark exists for the compiler alone, which tells by it which fields are days (V-74, domain/vorgang/tage.ts).
 */
export type Tag = string & { readonly [TAG]?: 'tag' };

const MUSTER = /^\d{4}-\d{2}-\d{2}$/;
const TAGE_IM_ZYKLUS = 146_097; // 400 Gregorian years
const TAGE_BIS_1970 = 719_468; // from 0000-03-01, where the leap day ends its year

const zahl = (text: string, von: number, bis: number): number => {
  let wert = 0;
  for (let stelle = von; stelle < bis; stelle++) wert = wert * 10 + text.charCodeAt(stelle) - 48;
  return wert;
};
const jahrVon = (tag: Tag): number => zahl(tag, 0, 4);
const monatVon = (tag: Tag): number => zahl(tag, 5, 7);
const zweistellig = (wert: number): string => (wert < 10 ? `0${wert}` : `${wert}`);
const istSchaltjahr = (jahr: number): boolean => (jahr % 4 === 0 && jahr % 100 !== 0) || jahr % 400 === 0;

const monatslaenge = (jahr: number, monat: number): number => {
  if (monat === 2) return istSchaltjahr(jahr) ? 29 : 28;
  return monat === 4 || monat === 6 || monat === 9 || monat === 11 ? 30 : 31;
};

const schreibeTag = (jahr: number, monat: number, tag: number): Tag => {
  if (!(jahr >= 0 && jahr <= 9999)) throw new RangeError(`Jahr ${jahr} liegt ausserhalb von 0000 bis 9999`);
  return `${String(jahr).padStart(4, '0')}-${zweistellig(monat)}-${zweistellig(tag)}`;
};

/** Days since 1970-01-01. Gregorian, by the 400-year cycle; the year starts in March, so the leap day is its last. */
const tageszahl = (tag: Tag): number => {
  const monat = monatVon(tag);
  const jahr = monat <= 2 ? jahrVon(tag) - 1 : jahrVon(tag);
  const zyklus = Math.floor(jahr / 400);
  const imZyklus = jahr - zyklus * 400;
  const imJahr = Math.floor((153 * (monat > 2 ? monat - 3 : monat + 9) + 2) / 5) + zahl(tag, 8, 10) - 1;
  const seitZyklus = imZyklus * 365 + Math.floor(imZyklus / 4) - Math.floor(imZyklus / 100) + imJahr;
  return zyklus * TAGE_IM_ZYKLUS + seitZyklus - TAGE_BIS_1970;
};

const tagVonZahl = (tage: number): Tag => {
  const seitNull = tage + TAGE_BIS_1970;
  const zyklus = Math.floor(seitNull / TAGE_IM_ZYKLUS);
  const rest = seitNull - zyklus * TAGE_IM_ZYKLUS;
  const imZyklus = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  );
  const imJahr = rest - (365 * imZyklus + Math.floor(imZyklus / 4) - Math.floor(imZyklus / 100));
  const abMaerz = Math.floor((5 * imJahr + 2) / 153);
  const monat = abMaerz < 10 ? abMaerz + 3 : abMaerz - 9;
  const jahr = imZyklus + zyklus * 400 + (monat <= 2 ? 1 : 0);
  return schreibeTag(jahr, monat, imJahr - Math.floor((153 * abMaerz + 2) / 5) + 1);
};

/** Is the text a day of the Gregorian calendar, written `YYYY-MM-DD`? */
export const istTag = (text: string): boolean => {
  if (!MUSTER.test(text)) return false;
  const monat = monatVon(text);
  const tag = zahl(text, 8, 10);
  return monat >= 1 && monat <= 12 && tag >= 1 && tag <= monatslaenge(jahrVon(text), monat);
};

/** The day `anzahl` calendar days later; negative goes back (§ 188 Abs. 1 BGB). Throws a RangeError beyond year 9999. */
export const plusTage = (tag: Tag, anzahl: number): Tag => tagVonZahl(tageszahl(tag) + anzahl);

/**
 * The day with the same number `anzahl` months later; negative goes back. If that month lacks the number, its
 * last day (§ 188 Abs. 2, 3 BGB). Throws a RangeError beyond year 9999.
 */
export const plusMonate = (tag: Tag, anzahl: number): Tag => {
  const monate = jahrVon(tag) * 12 + monatVon(tag) - 1 + anzahl;
  const jahr = Math.floor(monate / 12);
  const monat = monate - jahr * 12 + 1;
  return schreibeTag(jahr, monat, Math.min(zahl(tag, 8, 10), monatslaenge(jahr, monat)));
};

/** Day of the week after ISO 8601: Monday 1 to Sunday 7. */
export const wochentag = (tag: Tag): number => ((((tageszahl(tag) + 3) % 7) + 7) % 7) + 1;

/** Calendar days from `von` to `bis`; negative if `bis` lies before `von`. */
export const tageZwischen = (von: Tag, bis: Tag): number => tageszahl(bis) - tageszahl(von);

/** 2026-12-11 as people write it: 11.12.2026. */
export const tagInWorten = (tag: Tag): string => tag.split('-').reverse().join('.');
