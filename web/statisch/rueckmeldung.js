/* global document, history, location */
// Runs in the browser of a Leistungserbringer who has opened the link of a mail. What stands behind the # is never sent with an
// address; here it leaves the address, too, and goes on in the body of a form.

const geheimnis = location.hash.slice(1);
if (geheimnis !== '') {
  history.replaceState(null, '', location.pathname);
  const feld = document.querySelector('[name="zugang"]');
  feld.value = geheimnis;
  feld.form.requestSubmit();
}
