/** How somebody looks for a person: one word with digits in it is a number; everything else is a name. */
export const suchbegriff = (
  gesucht: string,
): { readonly kundennummer: string } | { readonly name: string } =>
  /^(?=\p{L}*\d)[\p{L}\d]+$/u.test(gesucht) ? { kundennummer: gesucht.toUpperCase() } : { name: gesucht };
