import { useCallback, useEffect, useRef, useState } from 'react';
import type { InnerFoldersAnswer } from '../../../../src/server/contract/browse.ts';
import { call } from '../../api/call.ts';
import { backupApi, queryOf } from '../addresses.ts';
import { keyOf, type Place } from './tree.ts';

export interface Folders {
  readonly inner: ReadonlyMap<string, InnerFoldersAnswer>;
  readonly error: unknown;
  /** Asks for the folders in this one, unless they are known. */
  readonly look: (place: Place) => void;
}

/** The folders of a backup that were looked into so far. */
export function useFolders(id: string): Folders {
  const [inner, setInner] = useState<ReadonlyMap<string, InnerFoldersAnswer>>(new Map());
  const [error, setError] = useState<unknown>(undefined);
  const asked = useRef(new Set<string>());
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);
  const look = useCallback(
    (place: Place) => {
      const key = keyOf(place);
      if (asked.current.has(key)) return;
      asked.current.add(key);
      setError(undefined);
      const { domain, folder } = place;
      call<InnerFoldersAnswer>(
        'GET',
        `${backupApi(id, 'folders')}${queryOf({ domain, folder })}`,
        undefined,
        leaving.current?.signal,
      ).then(
        (answer) => setInner((old) => new Map(old).set(key, answer)),
        (thrown: unknown) => {
          asked.current.delete(key);
          if (leaving.current?.signal.aborted !== true) setError(thrown);
        },
      );
    },
    [id],
  );
  return { inner, error, look };
}
