/** A person of the synthetic staff who can log in to the demo. */
export type Demoperson = {
  /** `sub` of the tokens, a fixed UUID. */
  subject: string;
  /** Short name for the command line. */
  kuerzel: string;
  anzeigename: string;
};

/** The office with its Fallmanagement team. Synthetic, no real person. */
export const demopersonal = [
  { kuerzel: 'pap', subject: '0a1b6f0e-0001-4c00-8000-000000000001', anzeigename: 'Demo Ansprechpartner 1' },
  { kuerzel: 'pap2', subject: '0a1b6f0e-0002-4c00-8000-000000000002', anzeigename: 'Demo Ansprechpartner 2' },
  { kuerzel: 'fm', subject: '0a1b6f0e-0003-4c00-8000-000000000003', anzeigename: 'Demo Fallmanagement 1' },
  { kuerzel: 'fm2', subject: '0a1b6f0e-0004-4c00-8000-000000000004', anzeigename: 'Demo Fallmanagement 2' },
  { kuerzel: 'fm3', subject: '0a1b6f0e-0005-4c00-8000-000000000005', anzeigename: 'Demo Fallmanagement 3' },
  { kuerzel: 'tl', subject: '0a1b6f0e-0006-4c00-8000-000000000006', anzeigename: 'Demo Teamleitung' },
  {
    kuerzel: 'bereichsleitung',
    subject: '0a1b6f0e-0007-4c00-8000-000000000007',
    anzeigename: 'Demo Bereichsleitung',
  },
  {
    kuerzel: 'controlling',
    subject: '0a1b6f0e-0008-4c00-8000-000000000008',
    anzeigename: 'Demo Controlling',
  },
  {
    kuerzel: 'jour_fixe_av',
    subject: '0a1b6f0e-0009-4c00-8000-000000000009',
    anzeigename: 'Demo Jour-Fixe',
  },
  {
    kuerzel: 'fm_u25',
    subject: '0a1b6f0e-0010-4c00-8000-000000000010',
    anzeigename: 'Demo Fallmanagement U25',
  },
  {
    kuerzel: 'fm_spezial',
    subject: '0a1b6f0e-0011-4c00-8000-000000000011',
    anzeigename: 'Demo Spezialisiertes Fallmanagement',
  },
  {
    kuerzel: 'koordinator',
    subject: '0a1b6f0e-0012-4c00-8000-000000000012',
    anzeigename: 'Demo Koordination soziale Leistungen',
  },
  {
    kuerzel: 'administration',
    subject: '0a1b6f0e-0013-4c00-8000-000000000013',
    anzeigename: 'Demo Systemadministration',
  },
  {
    kuerzel: 'datenschutz',
    subject: '0a1b6f0e-0014-4c00-8000-000000000014',
    anzeigename: 'Demo Datenschutz',
  },
] as const satisfies readonly Demoperson[];

/** The FM Migrantinnen, a team with a lead of its own (001 8.0), which only the demo has. */
export const spezialpersonal = [
  {
    kuerzel: 'tl_migration',
    subject: '0a1b6f0e-0015-4c00-8000-000000000015',
    anzeigename: 'Demo Teamleitung FM Migrantinnen',
  },
  {
    kuerzel: 'fm_migration',
    subject: '0a1b6f0e-0016-4c00-8000-000000000016',
    anzeigename: 'Demo FM Migrantinnen',
  },
] as const satisfies readonly Demoperson[];

/** Everybody who can log in when Lotse runs with its own identity provider. */
export const demoanmeldungen = [...demopersonal, ...spezialpersonal] as const;
