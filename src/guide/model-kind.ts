/** What of a model matters to hands and eyes; the table of models (phone/models.ts) tells it of each. */
export interface ModelKind {
  /** Which buttons force a restart. */
  readonly buttons: 'home' | 'volume-down' | 'side';
  /** What the front looks like. */
  readonly face: 'home-button' | 'notch' | 'island';
  readonly connector: 'lightning' | 'usb-c';
}
