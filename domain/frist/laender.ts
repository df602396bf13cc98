/** The 16 Länder by their ISO 3166-2 code without `DE-`. */
export const LAENDER = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;

export type Land = (typeof LAENDER)[number];

/** The act of each Land that names its public holidays. */
export const FEIERTAGSGESETZE: Readonly<Record<Land, string>> = {
  BW: '§ 1 FTG BW',
  BY: 'Art. 1 FTG BY',
  BE: '§ 1 FeiertG BE',
  BB: '§ 2 FTG BB',
  HB: '§ 2 FTG HB',
  HH: '§ 1 FeiertG HH',
  HE: '§ 1 HFeiertagsG',
  MV: '§ 2 FTG M-V',
  NI: '§ 2 NFeiertagsG',
  NW: '§ 2 FTG NW',
  RP: '§ 2 LFtG RP',
  SL: '§ 2 SFG SL',
  SN: '§ 1 SächsSFG',
  ST: '§ 2 FeiertG LSA',
  SH: '§ 2 SFTG SH',
  TH: '§ 2 ThürFGtG',
};
