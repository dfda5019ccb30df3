import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** What arrives is no sentence of the protocol: framing lost, or something in between. */
export const garbledTalk: Cause = {
  id: 'garbled-talk',
  requirements: ['A1', 'A6'],
  // Clients lost their framing after file errors; a phone seldom does.
  prior: 8,
  signs: [
    failedWith(
      200,
      'wire.plist',
      'wire.unexpected',
      'wire.frame',
      'wire.usbmux',
      'wire.devicelink',
      'wire.afc',
      'stream.too-large',
    ),
    given('link.bus-errors', 2),
  ],
  tell: () => ({
    sentence: 'What arrives from the iPhone makes no sense: the conversation lost its thread.',
    safe: KEPT,
    next: 'Thaw begins a new connection. If it happens again, use another cable, and please send the report.',
  }),
};
