/** An operation that fails with one of AFC's status codes. */
export class AfcRefusal extends Error {
  override readonly name = 'AfcRefusal';
  readonly status: number;

  constructor(status: number) {
    super(`AFC status ${status}`);
    this.status = status;
  }
}
