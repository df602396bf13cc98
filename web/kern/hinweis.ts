import { html, type SafeHtml } from '@remix-run/html-template';

type Hinweis = {
  /** `danger` is said at once, the others when there is a pause. */
  readonly art: 'danger' | 'success' | 'warning' | 'info';
  readonly titel: string;
  readonly inhalt: SafeHtml | null;
};

/** What came of something, above everything else, in a box of KERN. */
export function hinweiskasten({ art, titel, inhalt }: Hinweis): SafeHtml {
  return html`<div class="kern-alert kern-alert--${art}" role="${art === 'danger' ? 'alert' : 'status'}">
    <div class="kern-alert__header">
      <span class="kern-icon kern-icon--${art}" aria-hidden="true"></span
      ><span class="kern-title">${titel}</span>
    </div>
    ${inhalt === null ? null : html`<div class="kern-alert__body">${inhalt}</div>`}
  </div>`;
}
