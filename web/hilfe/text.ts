import { html, type SafeHtml } from '@remix-run/html-template';
import { Marked, type Tokens } from 'marked';
import { bildort } from '../statisch/dateien.ts';
import { hilfeort, istKapitel, kapiteltext, type Kapitel } from './kapitel.ts';

const GROESSEN = ['large', 'medium', 'small'] as const;

/** A chapter leads to chapters; what stands elsewhere in docs is not part of the workplace, and its words stay. */
function verweis(ziel: string, wort: string): string {
  const kapitel = /^(?<name>[a-z-]+)\.md(?:#.*)?$/u.exec(ziel)?.groups?.['name'] ?? '';
  return istKapitel(kapitel) ? `<a class="kern-link" href="${hilfeort(kapitel)}">${wort}</a>` : wort;
}

/** Our own chapters as pages: headings and lists in the style of KERN, links within the workplace, pictures from here. */
const markdown = new Marked({
  renderer: {
    heading({ tokens, depth }: Tokens.Heading): string {
      const groesse = GROESSEN[Math.min(depth, GROESSEN.length) - 1] ?? 'small';
      return `<h${String(depth)} class="kern-heading-${groesse}">${this.parser.parseInline(tokens)}</h${String(depth)}>\n`;
    },
    paragraph({ tokens }: Tokens.Paragraph): string {
      return `<p class="kern-body">${this.parser.parseInline(tokens)}</p>\n`;
    },
    link({ href, tokens }: Tokens.Link): string {
      return verweis(href, this.parser.parseInline(tokens));
    },
    image({ href, text }: Tokens.Image): string {
      const name = href.split('/').at(-1) ?? '';
      return String(html`<img class="handbuchbild" src="${bildort(name)}" alt="${text}" />`);
    },
    html({ text }: Tokens.HTML | Tokens.Tag): string {
      throw new Error(`Im Handbuch steht HTML: ${text}`);
    },
  },
});

const GEMERKT = new Map<Kapitel, SafeHtml>();

/** A chapter as HTML; read once. @throws Error for a chapter with HTML of its own, or a picture there is not. */
export function kapitelAlsHtml(kapitel: Kapitel): SafeHtml {
  const gemerkt = GEMERKT.get(kapitel);
  if (gemerkt !== undefined) return gemerkt;
  const fertig = html.raw`${markdown.parse(kapiteltext(kapitel), { async: false })}`;
  GEMERKT.set(kapitel, fertig);
  return fertig;
}
