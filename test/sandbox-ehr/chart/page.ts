import { type Html, html } from './html.ts';

/** A whole page of the sandbox: one style sheet, one small script, no third parties. */
export function page(title: string, body: Html, header?: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Sandbox clinic</title>
        <link rel="stylesheet" href="/assets/chart.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/assets/chart.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${header}${body}
      </body>
    </html>`.html;
}
