import { type Fragment, html } from './html.ts';
import { STYLE } from './style.ts';

/** Nothing is loaded from elsewhere and nothing runs, whatever a message holds. */
const POLICY =
  "default-src 'none'; img-src 'self' file: data:; media-src 'self' file:; style-src 'unsafe-inline'";

/** What stands before a page's contents; they may follow piece by piece. */
export function pageStart(title: string, lead: Fragment): string {
  return `<!doctype html>
${
  html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Thaw">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>`.value
}${STYLE}${
  html`</style>
</head>
<body>
<header><h1>${title}</h1>${lead}</header>
<main>
`.value
}`;
}

export const PAGE_END = '</main>\n</body>\n</html>\n';
