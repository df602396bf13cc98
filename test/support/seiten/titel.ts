/** HTML as people read it. */
export const klartextAus = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

export const titelVon = (html: string): string =>
  klartextAus(/<head>[\s\S]*?<title>([\s\S]*?)<\/title>/u.exec(html)?.[1] ?? '');
