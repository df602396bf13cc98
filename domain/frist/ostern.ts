import type { Tag } from './tag.ts';
import { plusTage } from './tag.ts';

/** Easter Sunday of the Gregorian calendar (Butcher's form of the computus), for every year from 1583. */
export const ostersonntag = (jahr: number): Tag => {
  const goldeneZahl = jahr % 19;
  const jahrhundert = Math.floor(jahr / 100);
  const imJahrhundert = jahr % 100;
  const mondkorrektur = Math.floor((8 * jahrhundert + 13) / 25);
  const epakte = (19 * goldeneZahl + jahrhundert - Math.floor(jahrhundert / 4) - mondkorrektur + 15) % 30;
  const bisSonntag =
    (32 + 2 * (jahrhundert % 4) + 2 * Math.floor(imJahrhundert / 4) - epakte - (imJahrhundert % 4)) % 7;
  const ausnahme = Math.floor((goldeneZahl + 11 * epakte + 22 * bisSonntag) / 451);
  return plusTage(`${jahr}-03-22`, epakte + bisSonntag - 7 * ausnahme);
};
