import type { CloudStanding } from '../../cloud/cloud-backup.ts';
import type { Stage } from '../../cloud/stages.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Emit } from '../../kit/run-event.ts';
import type { WatchSaying } from '../../kit/watch-saying.ts';
import type { Sign } from '../../watch/sign.ts';
import { Watch } from '../../watch/watch.ts';
import { watchSentence } from '../words/watch-words.ts';
import { cloudNorms } from './cloud-norms.ts';
import { UploadRate } from './upload-rate.ts';

/** Tells how a backup to iCloud gets on: its steps, how far it is, whether it is quiet, slow or stuck. */
export class CloudTelling {
  readonly #clock: Clock;
  readonly #emit: Emit;
  readonly #watch: Watch;
  readonly #rate: UploadRate;
  #stage: Stage['name'] | undefined;
  #phase: Stage['phase'] | undefined;
  #state: string | undefined;
  #said = '';

  constructor(clock: Clock, emit: Emit) {
    this.#clock = clock;
    this.#emit = emit;
    this.#watch = new Watch(cloudNorms, clock.ticks());
    this.#rate = new UploadRate(clock);
  }

  /** A sentence, with the line it is read from; not the same one twice in a row. */
  say(standing: 'fine' | 'waits' | 'trouble', saying: WatchSaying, line?: string): void {
    const sentence = watchSentence(saying);
    if (sentence === this.#said) return;
    this.#said = sentence;
    this.#emit({ type: 'watch.told', standing, sentence, saying, lines: line === undefined ? [] : [line] });
  }

  sign(sign: Sign): void {
    this.#watch.sign(sign, this.#clock.ticks());
  }

  /** Another backup is under way. */
  begins(saying: WatchSaying): void {
    this.#stage = undefined;
    this.#state = undefined;
    this.say('fine', saying);
    this.#watch.phase('preparing', this.#clock.ticks());
    this.#enter('preparing');
  }

  /** Where it stands now; says so when that is another step than before. */
  at(standing: CloudStanding): void {
    const { stage } = standing;
    if (!stage || stage.name === this.#stage) return;
    if (this.#stage === 'ReserveQuota') this.say('fine', { code: 'room-granted' });
    this.#stage = stage.name;
    this.say('fine', { code: 'stage', stage: stage.name });
    this.#enter(stage.phase);
    this.progress(standing);
  }

  progress({ stage, percent, bytes, files }: CloudStanding): void {
    const bytesPerSecond = this.#rate.of(bytes);
    this.#emit({
      type: 'progress',
      phase: stage?.phase ?? 'preparing',
      percent,
      bytes,
      files,
      bytesPerSecond,
    });
    if (this.#rate.isSlow) this.say('fine', { code: 'slow', bytesPerSecond });
  }

  /** Says when it has become quiet, or stuck, or moves again. */
  judge(): void {
    const { state, because, grounds, silentSeconds, phase } = this.#watch.judge(this.#clock.ticks());
    if (state === this.#state) return;
    const was = this.#state;
    this.#state = state;
    if (was === 'stuck') this.#emit({ type: 'stall.cleared', phase });
    if (state === 'quiet') this.say('fine', { code: 'quiet', grounds });
    if (state !== 'stuck') return;
    this.#emit({ type: 'stall.suspected', phase, silentSeconds, because });
    this.say('trouble', { code: 'stuck', grounds });
  }

  #enter(phase: Stage['phase']): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#emit({ type: 'phase.changed', phase });
    this.#watch.phase(phase, this.#clock.ticks());
  }
}
