import type { PageEvent } from '../../../src/server/contract/events.ts';
import type { Speech } from '../words/speech.tsx';

export type LogKind =
  | 'phase'
  | 'asked'
  | 'link'
  | 'stall'
  | 'cause'
  | 'remedy'
  | 'helped'
  | 'no-help'
  | 'skipped'
  | 'note'
  | 'end';

export interface LogLine {
  readonly kind: LogKind;
  readonly text: string;
  readonly lang: 'en' | undefined;
}

const RESULTS = {
  helped: 'helped',
  'went-on': 'remedy',
  'no-effect': 'no-help',
  failed: 'no-help',
  'not-done': 'no-help',
} as const;

/** What an event says in the list of what happened; undefined for those that say nothing to a person. */
export function logLineOf(event: PageEvent, { words, amounts, server }: Speech): LogLine | undefined {
  const { log } = words.run;
  const line = (kind: LogKind, text: string, lang?: 'en'): LogLine => ({ kind, text, lang });
  switch (event.type) {
    case 'run.started':
      // What was kept from before has a line of its own.
      return event.resumedBytes > 0 ? undefined : line('note', log.started);
    case 'phase.changed':
      return line('phase', log.phase[event.phase]);
    case 'phone.asks':
      return line('asked', log.asked[event.what]);
    case 'phone.answered':
      return line('asked', log.answered);
    case 'person.needed': {
      const { told, lang } = server.remedy(event.step, event.sentence);
      return line('asked', told, lang);
    }
    case 'file.skipped':
      return event.file.harmless ? undefined : line('skipped', log.skipped(event.file.path));
    case 'link.lost':
      return line('link', log.lost);
    case 'link.back':
      return line('link', log.back(amounts.duration(event.secondsAway)));
    case 'stall.suspected':
      return line('stall', log.stalled);
    case 'stall.cleared':
      return line('stall', log.cleared);
    case 'cause.named': {
      const { told, lang } = server.cause(event.cause);
      return line('cause', told.sentence, lang);
    }
    case 'remedy.started': {
      const { told, lang } = server.remedy(event.remedy, event.sentence);
      return line('remedy', told, lang);
    }
    case 'remedy.finished':
      return line(RESULTS[event.result], log.results[event.result]);
    case 'run.finished':
      return line('end', log.ends[event.outcome]);
    case 'note':
      return noteLine(event, words.run.notes, amounts.size);
    default:
      return undefined;
  }
}

function noteLine(
  { code, facts }: Extract<PageEvent, { type: 'note' }>,
  notes: Speech['words']['run']['notes'],
  size: (bytes: number) => string,
): LogLine | undefined {
  const NOTES: Readonly<Record<string, string | undefined>> = {
    resumed: notes.resumed(size(Number(facts['bytes'] ?? 0))),
    'asking-again': notes.askingAgain,
    encryption: facts['on'] === true ? notes.encrypted : notes.plain,
    fat: notes.fat,
    'rolled-forward': notes.rolledForward,
    'room-made': notes.roomMade(size(Number(facts['bytes'] ?? 0))),
    'setting-put-back': notes.settingPutBack,
    'setting-left': notes.settingLeft,
    'set-aside': notes.setAside,
    'remembered-password-wrong': notes.passwordWrong,
    'encryption-switched-on': notes.encryptionOn,
    'encryption-switched-off-again': notes.encryptionOffAgain,
    copied: notes.copied,
  };
  const text = NOTES[code];
  return text === undefined ? undefined : { kind: 'note', text, lang: undefined };
}
