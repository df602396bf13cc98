/** What came back after every redirect, and where that was. */
type Ankunft = { readonly status: number; readonly ort: URL; readonly html: string };

/** A browser that shows nothing: keeps cookies, follows redirects, sends forms as pages of its own origin do. */
export type Gast = {
  readonly oeffne: (ort: string | URL) => Promise<Ankunft>;
  readonly sende: (ort: string | URL, felder: URLSearchParams) => Promise<Ankunft>;
};

const UMLEITUNGEN_HOECHSTENS = 12;

function merke(kekse: Map<string, string>, antwort: Response): void {
  for (const zeile of antwort.headers.getSetCookie()) {
    const [paar = ''] = zeile.split(';');
    const trenner = paar.indexOf('=');
    const [name, wert] = [paar.slice(0, trenner), paar.slice(trenner + 1)];
    if (wert === '') kekse.delete(name);
    else kekse.set(name, wert);
  }
}

export function neuerGast(): Gast {
  const kekse = new Map<string, string>();
  const gehe = async (ziel: URL, felder: URLSearchParams | null): Promise<Ankunft> => {
    let [ort, rumpf] = [ziel, felder];
    for (let n = 0; n < UMLEITUNGEN_HOECHSTENS; n += 1) {
      const cookie = [...kekse].map(([name, wert]) => `${name}=${wert}`).join('; ');
      const antwort = await fetch(ort, {
        redirect: 'manual',
        ...(rumpf === null
          ? { headers: { cookie } }
          : { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body: rumpf }),
      });
      merke(kekse, antwort);
      const html = await antwort.text();
      const weiter = antwort.headers.get('location');
      if (weiter === null) return { status: antwort.status, ort, html };
      [ort, rumpf] = [new URL(weiter, ort), null];
    }
    throw new Error(`${ziel.href} leitet immer weiter`);
  };
  return {
    oeffne: (ort) => gehe(new URL(ort), null),
    sende: (ort, felder) => gehe(new URL(ort), felder),
  };
}

/** The fields of the form of a page, as it was opened. */
export function felderAus(html: string): URLSearchParams {
  const felder = new URLSearchParams();
  for (const [feld] of html.matchAll(/<input type="hidden"[^>]*>/gu)) {
    const [, name] = /name="([^"]*)"/u.exec(feld) ?? [];
    const [, wert] = /value="([^"]*)"/u.exec(feld) ?? [];
    if (name !== undefined && wert !== undefined) felder.set(name, wert.replaceAll('&amp;', '&'));
  }
  return felder;
}
