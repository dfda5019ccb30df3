import { evidenceInWords } from '../../diagnosis/evidence-in-words.ts';
import { count, sizeInWords, timeInWords } from '../../kit/amounts.ts';
import type { NamedCause, Outcome } from '../../kit/run-event.ts';
import { chartOf } from './chart.ts';
import { escapeHtml } from './escape.ts';
import type { Moment, Story } from './story.ts';
import { style } from './style.ts';

/** Beyond this a page is read by nobody; the JSON beside it has all. */
const MAX_MOMENTS = 400;

const HEADINGS: Readonly<Record<Outcome, string>> = {
  verified: 'The backup was made and proved.',
  finished: 'What was watched came to its good end.',
  'needs-person': 'The backup waits for a person.',
  failed: 'The backup did not succeed.',
  cancelled: 'The backup was stopped.',
};

/** The whole report as one HTML page that loads nothing and runs no script. `about`: what made it, in words. */
export function pageOf(story: Story, about: string): string {
  const heading = story.outcome
    ? HEADINGS[story.outcome]
    : 'This run has no end: it was cut, or still goes on.';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Thaw: report of a backup</title>
<style>${style}</style>
</head>
<body><main>
<span class="badge ${escapeHtml(story.outcome ?? '')}">${escapeHtml(story.outcome ?? 'unfinished')}</span>
<h1>${escapeHtml(heading)}</h1>
<p class="soft">Began ${escapeHtml(dateOf(story.began))} · run <code>${escapeHtml(story.run.slice(0, 8))}</code></p>
${figuresOf(story)}
<section><h2>Rate over time</h2>${chartOf(story)}</section>
${story.causes.length === 0 ? '' : `<section><h2>What it was</h2><ul class="cards">${story.causes.map(causeItem).join('\n')}</ul></section>`}
${triedOf(story)}
${timeLineOf(story.moments)}
<p class="soft">${escapeHtml(about)} Names, numbers of the phone and personal parts of paths are blotted out; the same thing has the same stand-in throughout.</p>
</main></body>
</html>
`;
}

function figuresOf({ seconds, bytes, end }: Story): string {
  const backup = end?.backup;
  const figures: (readonly [string, string])[] = [
    ['took', timeInWords(end?.seconds ?? seconds)],
    ['received', sizeInWords(bytes)],
    ...(backup ? ([['holds', `${count(backup.files, 'file')}, ${sizeInWords(backup.bytes)}`]] as const) : []),
    ...(backup ? ([['encrypted', backup.encrypted ? 'yes' : 'no']] as const) : []),
    ['earlier backup', end?.previous === 'none' ? 'there was none' : 'as it was'],
    ...(end && end.skipped.length > 0 ? ([['left out', count(end.skipped.length, 'file')]] as const) : []),
  ];
  return `<dl>${figures.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
}

function causeItem({ id, certainty, sentence, next, evidence }: NamedCause): string {
  const seen = [...new Set(evidence.map(evidenceInWords))];
  return `<li><p><strong>${escapeHtml(sentence)}</strong></p><p>${escapeHtml(next)}</p>
<p class="soft">${escapeHtml(id)}, certain to ${Math.round(certainty * 100)} %${
    seen.length === 0 ? '' : `. Seen: ${escapeHtml(seen.join('; '))}`
  }.</p></li>`;
}

function triedOf({ tried }: Story): string {
  if (tried.length === 0) return '';
  const items = tried.map(
    ({ sentence, risk, result }) =>
      `<li><p>${escapeHtml(sentence)}</p><p class="soft">${escapeHtml(result)} Risk: ${escapeHtml(risk)}.</p></li>`,
  );
  return `<section><h2>What was tried</h2><ul class="cards">${items.join('\n')}</ul></section>`;
}

function timeLineOf(moments: readonly Moment[]): string {
  const shown = moments.slice(0, MAX_MOMENTS);
  const items = shown.map(
    ({ kind, seconds, text }) =>
      `<li class="${kind}"><time>${clockOf(seconds)}</time><span>${escapeHtml(kind === 'seen' ? capital(text) : text)}</span></li>`,
  );
  const more =
    moments.length > shown.length
      ? `<p class="soft">… and ${moments.length - shown.length} more, in the JSON file.</p>`
      : '';
  return `<section><h2>What happened</h2><ol class="story">${items.join('\n')}</ol>${more}</section>`;
}

/** `1:02:03` */
function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Without the time zone, which would tell where somebody lives. */
function dateOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
