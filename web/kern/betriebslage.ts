/**
 * Whether commands can be recorded at the moment, as far as it is known: pages ask again behind their answer and never wait for it.
 * @param erreichbar does the server of the workflows answer?
 * @param frischMs how long an answer counts, in milliseconds
 */
export function betriebslage(erreichbar: () => Promise<boolean>, frischMs = 5_000): () => boolean {
  let gestoert = false;
  let gefragt = 0;
  return () => {
    const jetzt = performance.now();
    if (gefragt === 0 || jetzt - gefragt >= frischMs) {
      gefragt = jetzt;
      void erreichbar().then((ja) => {
        gestoert = !ja;
      });
    }
    return gestoert;
  };
}
