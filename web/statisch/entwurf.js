/* global AbortController, FormData, URLSearchParams, clearTimeout, document, fetch, setTimeout */
// Keeps what somebody types on the server, encrypted and for their account alone (ADR 69): nothing of it stays in the browser.
// Without this script the button beside it does the same.

const PAUSE_MS = 5000;
const formular = document.querySelector('form.formular');
const stand = document.querySelector('#entwurfsstand');
let wartet = null;
let unterwegs = null;

const sage = (satz) => {
  stand.textContent = satz;
};
const uhrzeit = () => new Date().toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' });

async function hebeAuf() {
  clearTimeout(wartet);
  wartet = null;
  unterwegs?.abort();
  unterwegs = new AbortController();
  const { signal } = unterwegs;
  try {
    // Kept, the server sends on to the form, which stands here already.
    const { type } = await fetch('/entwurf', {
      method: 'POST',
      body: new URLSearchParams(new FormData(formular)),
      redirect: 'manual',
      // A page that is closed waits for nobody; browsers allow that for 64 kB.
      keepalive: document.visibilityState === 'hidden',
      signal,
    });
    sage(
      type === 'opaqueredirect'
        ? `Zwischengespeichert um ${uhrzeit()} Uhr.`
        : 'Nicht zwischengespeichert. Ihre Eingabe steht noch hier im Formular.',
    );
  } catch {
    if (!signal.aborted) sage('Nicht zwischengespeichert: Lotse ist gerade nicht zu erreichen.');
  }
}

if (formular !== null && stand !== null) {
  formular.addEventListener('input', () => {
    wartet ??= setTimeout(hebeAuf, PAUSE_MS);
  });
  // What is sent comes back with everything in it, or is recorded and needs no draft.
  formular.addEventListener('submit', () => {
    clearTimeout(wartet);
    wartet = null;
    unterwegs?.abort();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && wartet !== null) void hebeAuf();
  });
}
