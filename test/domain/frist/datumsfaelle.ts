/**
 * The date cases D-01 to D-54 of szenarien.md 2, row by row: id, timer, start event, period, rule, raw end,
 * expected day, remark with the skipped days in brackets. Weekdays are part of the statement and are checked.
 */
export const DATUMSFAELLE = `
| D-01 | T-03 | Mo 09.11.2026 | +14 Tage | CAL-F | Mo 23.11.2026 | Mo 23.11.2026 | plain |
| D-02 | T-03 | Fr 11.12.2026 | +14 Tage | CAL-F | Fr 25.12.2026 | Mo 28.12.2026 | two Christmas days then Sunday [1. Weihnachtstag, 2. Weihnachtstag, So] |
| D-03 | T-03 | Fr 20.03.2026 | +14 Tage | CAL-F | Fr 03.04.2026 | Di 07.04.2026 | Easter chain of four days [Karfreitag, Sa, So, Ostermontag] |
| D-04 | T-03 | Fr 17.04.2026 | +14 Tage | CAL-F | Fr 01.05.2026 | Mo 04.05.2026 | 1 May + weekend [1. Mai, Sa, So] |
| D-05 | T-03 | Do 30.04.2026 | +14 Tage | CAL-F | Do 14.05.2026 | Fr 15.05.2026 | Himmelfahrt [Himmelfahrt] |
| D-06 | T-03 | Mo 11.05.2026 | +14 Tage | CAL-F | Mo 25.05.2026 | Di 26.05.2026 | Pfingstmontag [Pfingstmontag] |
| D-07 | T-03 | Fr 17.10.2025 | +14 Tage | CAL-F | Fr 31.10.2025 | Mo 03.11.2025 | Reformationstag on Friday [Reformationstag, Sa, So] |
| D-08 | T-03 | Mi 17.10.2018 | +14 Tage | CAL-F | Mi 31.10.2018 | Do 01.11.2018 | first regular Reformationstag; Allerheiligen is a working day in Bremen [Reformationstag] |
| D-09 | T-03 | Mo 17.10.2016 | +14 Tage | CAL-F | Mo 31.10.2016 | Mo 31.10.2016 | 31.10.2016 was no holiday in Bremen |
| D-10 | T-03 | Do 10.12.2026 | +14 Tage | CAL-F | Do 24.12.2026 | Do 24.12.2026 | Heiligabend is a working day |
| D-11 | T-03 | Do 17.12.2026 | +14 Tage | CAL-F | Do 31.12.2026 | Do 31.12.2026 | Silvester is a working day |
| D-12 | T-03 | Fr 18.12.2026 | +14 Tage | CAL-F | Fr 01.01.2027 | Mo 04.01.2027 | Neujahr + weekend, year change [Neujahr, Sa, So] |
| D-13 | T-03 | Di 15.02.2028 | +14 Tage | CAL-F | Di 29.02.2028 | Di 29.02.2028 | leap day is a normal day |
| D-14 | T-03 | Mo 15.02.2027 | +14 Tage | CAL-F | Mo 01.03.2027 | Mo 01.03.2027 | no leap year |
| D-15 | T-06 | Mo 30.11.2026 | +3 Monate | CAL-F | So 28.02.2027 | Mo 01.03.2027 | month end clipped, then Sunday [So] |
| D-16 | T-06 | Di 30.11.2027 | +3 Monate | CAL-F | Di 29.02.2028 | Di 29.02.2028 | month end in a leap year |
| D-17 | T-06 | Fr 03.07.2026 | +3 Monate | CAL-F | Sa 03.10.2026 | Mo 05.10.2026 | 3 October on a Saturday [Tag der Dt. Einheit, So] |
| D-18 | T-06 | Fr 31.07.2026 | +3 Monate | CAL-F | Sa 31.10.2026 | Mo 02.11.2026 | 31 October on a Saturday [Reformationstag, So] |
| D-19 | T-06 | Mo 31.07.2028 | +3 Monate | CAL-F | Di 31.10.2028 | Mi 01.11.2028 | 31 October on a Tuesday [Reformationstag] |
| D-20 | T-07 k=1 | Fr 29.08.2025 | +6 Monate | CAL-F | Sa 28.02.2026 | Mo 02.03.2026 | clipped (no 29.02.2026), Saturday [Sa, So] |
| D-21 | T-07 k=2 | Fr 29.08.2025 | +12 Monate | CAL-F | Sa 29.08.2026 | Mo 31.08.2026 | anchored: not 28.08. and not 02.09. [Sa, So] |
| D-22 | T-07 k=3 | Fr 29.08.2025 | +18 Monate | CAL-F | So 28.02.2027 | Mo 01.03.2027 | clipped again, Sunday [So] |
| D-23 | T-07 k=1 | Mo 31.08.2026 | +6 Monate | CAL-F | So 28.02.2027 | Mo 01.03.2027 | 31 → 28, Sunday [So] |
| D-24 | T-07 k=2 | Mo 31.08.2026 | +12 Monate | CAL-F | Di 31.08.2027 | Di 31.08.2027 | back to the 31st |
| D-25 | T-07 k=3 | Mo 31.08.2026 | +18 Monate | CAL-F | Di 29.02.2028 | Di 29.02.2028 | leap day |
| D-26 | T-07 k=1 | Di 31.03.2026 | +6 Monate | CAL-F | Mi 30.09.2026 | Mi 30.09.2026 | 31 → 30 |
| D-27 | T-07 k=2 | Di 31.03.2026 | +12 Monate | CAL-F | Mi 31.03.2027 | Mi 31.03.2027 | back to the 31st |
| D-28 | T-07 | Fr 26.06.2026 | +6 Monate | CAL-F | Sa 26.12.2026 | Mo 28.12.2026 | 26 December on a Saturday [2. Weihnachtstag, So] |
| D-29 | T-07 | Mi 01.07.2026 | +6 Monate | CAL-F | Fr 01.01.2027 | Mo 04.01.2027 | Neujahr [Neujahr, Sa, So] |
| D-30 | T-07 | Mo 24.11.2025 | +6 Monate | CAL-F | So 24.05.2026 | Di 26.05.2026 | Sunday then Pfingstmontag [So, Pfingstmontag] |
| D-31 | T-40 | Fr 22.05.2026 | +6 Monate | CAL-F | So 22.11.2026 | Mo 23.11.2026 | non-FM check [So] |
| D-32 | T-15 | Fr 29.05.2026 | +6 Monate | CAL-F | So 29.11.2026 | Mo 30.11.2026 | agreement review [So] |
| D-33 | T-08 | Do 29.02.2024 | +24 Monate | CAL-Z | Sa 28.02.2026 | Sa 28.02.2026 | maximum duration, no shift |
| D-34 | T-09 | Do 29.02.2024 | +24 Monate | CAL-F | Sa 28.02.2026 | Mo 02.03.2026 | Standortgespräch for the same case [Sa, So] |
| D-35 | T-09 | Fr 27.02.2026 | +24 Monate | CAL-F | So 27.02.2028 | Mo 28.02.2028 | [So] |
| D-36 | T-09 | Di 29.02.2028 | +24 Monate | CAL-F | Do 28.02.2030 | Do 28.02.2030 | leap → non-leap year |
| D-37 | T-09 | Fr 22.11.2024 | +24 Monate | CAL-F | So 22.11.2026 | Mo 23.11.2026 | [So] |
| D-38 | T-09 | Fr 27.12.2024 | +24 Monate | CAL-F | So 27.12.2026 | Mo 28.12.2026 | [So] |
| D-39 | T-10 | Fr 29.01.2027 | +1 Monate | CAL-F | So 28.02.2027 | Mo 01.03.2027 | 29 → 28, Sunday [So] |
| D-40 | T-10 | Mo 31.01.2028 | +1 Monate | CAL-F | Di 29.02.2028 | Di 29.02.2028 | 31 → 29 |
| D-41 | T-10 | Do 26.11.2026 | +1 Monate | CAL-F | Sa 26.12.2026 | Mo 28.12.2026 | [2. Weihnachtstag, So] |
| D-42 | T-10 | Di 03.03.2026 | +1 Monate | CAL-F | Fr 03.04.2026 | Di 07.04.2026 | Easter chain [Karfreitag, Sa, So, Ostermontag] |
| D-43 | T-11 | Fr 25.09.2026 | +3 Monate | CAL-F | Fr 25.12.2026 | Mo 28.12.2026 | 3-monthly in a measure [1. Weihnachtstag, 2. Weihnachtstag, So] |
| D-44 | T-13 | Mo 15.06.2026 | −3 Monate | CAL-R | So 15.03.2026 | Fr 13.03.2026 | born 15.06.2001; Sunday → previous Friday; KLARE_MONATE would give Fr 13.03.2026 |
| D-45 | T-13 | Do 01.03.2029 | −3 Monate | CAL-R | Fr 01.12.2028 | Fr 01.12.2028 | born 29.02.2004; KLARE_MONATE would give Do 30.11.2028 |
| D-46 | T-13 | Mo 31.05.2027 | −3 Monate | CAL-R | So 28.02.2027 | Fr 26.02.2027 | 31 → 28 backwards, Sunday → Friday; KLARE_MONATE would give Fr 26.02.2027 |
| D-47 | T-13 | Mo 06.07.2026 | −3 Monate | CAL-R | Mo 06.04.2026 | Do 02.04.2026 | Ostermontag → back over Easter; KLARE_MONATE would give Do 02.04.2026 |
| D-48 | T-13 | Mo 29.05.2028 | −3 Monate | CAL-R | Di 29.02.2028 | Di 29.02.2028 | hits the leap day; KLARE_MONATE would give Mo 28.02.2028 |
| D-49 | T-24 window | Mo 31.08.2026 | +6 Monate | CAL-Z | So 28.02.2027 | So 28.02.2027 | start of work on this day still counts; task due Mo 01.03.2027 |
| D-50 | T-25 window | Mo 31.08.2026 | +12 Monate | CAL-Z | Di 31.08.2027 | Di 31.08.2027 |  |
| D-51 | T-26 window | Mo 31.08.2026 | +24 Monate | CAL-Z | Do 31.08.2028 | Do 31.08.2028 |  |
| D-52 | T-26 window | Do 29.02.2024 | +24 Monate | CAL-Z | Sa 28.02.2026 | Sa 28.02.2026 | task due Mo 02.03.2026 |
| D-53 | T-29 | Do 29.02.2024 | +60 Monate | CAL-Z | Mi 28.02.2029 | Mi 28.02.2029 | deletion at the latest with the end of this day |
| D-54 | T-29 | Mo 27.12.2021 | +60 Monate | CAL-Z | So 27.12.2026 | So 27.12.2026 | never shifted, although Sunday |
`;
