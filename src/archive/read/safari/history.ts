import type { AppDatabase } from '../database/app-database.ts';
import { cocoaDate } from '../database/times.ts';

/** A page somebody went to. */
export interface Visit {
  readonly at: Date | undefined;
  readonly url: string;
  readonly title: string | undefined;
  /** `other-device`: brought here by iCloud. */
  readonly from: 'this-device' | 'other-device';
}

/** Visits, the latest first. */
export function* visitsOf(database: AppDatabase): Generator<Visit> {
  if (!database.has('history_items', 'url') || !database.has('history_visits', 'history_item')) return;
  const columns = database.select('history_visits', 'v', ['visit_time', 'title', 'origin']);
  const rows = database.rows(
    `SELECT ${columns}, i.url AS url FROM history_visits v JOIN history_items i ON i.id = v.history_item
     ORDER BY v.visit_time DESC, v.id DESC`,
  );
  for (const row of rows) {
    yield {
      at: cocoaDate(row.number('visit_time')),
      url: row.text('url') ?? '',
      title: row.text('title'),
      from: row.flag('origin') ? 'other-device' : 'this-device',
    };
  }
}
