/**
 * Cuts a stream of text into lines at LF or CRLF, in order; text after the last line end is a line too. A stream that
 * ends with a line end has no empty line after it. A byte order mark at the start is dropped.
 */
export async function* zeilenweise(stuecke: AsyncIterable<string>): AsyncGenerator<string[]> {
  let offen: string[] = [];
  let amAnfang = true;
  for await (const stueck of stuecke) {
    offen.push(amAnfang && stueck.startsWith('\uFEFF') ? stueck.slice(1) : stueck);
    amAnfang &&= stueck === '';
    if (!stueck.includes('\n')) continue;
    const zeilen = offen.join('').split('\n');
    offen = [zeilen.pop() ?? ''];
    yield zeilen.map(ohneWagenruecklauf);
  }
  const letzte = offen.join('');
  if (letzte !== '') yield [ohneWagenruecklauf(letzte)];
}

const ohneWagenruecklauf = (zeile: string): string => (zeile.endsWith('\r') ? zeile.slice(0, -1) : zeile);
