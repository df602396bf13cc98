import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { startePostfach } from '../../tools/lokal/postfach.ts';

test('a mail sent by Lotse arrives with its Message-ID and can be read on the page (architecture.md 6)', async () => {
  const postfach = await startePostfach();
  const post = createTransport(postfach.smtpUrl);
  await post.sendMail({
    from: 'lotse@jobcenter.example',
    to: ['fm@jobcenter.example', 'tl@jobcenter.example'],
    subject: 'Überprüfung <fällig>',
    text: 'Die Frist läuft am 02.03.2026 ab.',
    messageId: '<0a1b@lotse>',
  });
  post.close();
  const seite = await (await fetch(postfach.httpUrl ?? '')).text();
  await postfach.stop();

  const [sendung, ...weitere] = postfach.nachrichten();
  expect(sendung).toMatchObject({
    an: ['fm@jobcenter.example', 'tl@jobcenter.example'],
    von: 'lotse@jobcenter.example',
    betreff: 'Überprüfung <fällig>',
    messageId: '<0a1b@lotse>',
  });
  expect(sendung?.text.trim()).toBe('Die Frist läuft am 02.03.2026 ab.');
  expect(weitere).toEqual([]);
  expect(seite).toContain('Überprüfung &lt;fällig&gt;');
});
