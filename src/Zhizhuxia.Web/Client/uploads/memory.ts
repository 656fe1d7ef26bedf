/** One upload as this browser remembers it, so that it can go on after a reload. */
export interface Remembered {
  draft: string;
  fingerprint: string;
  name: string;
  size: number;
  /** Address of the upload on the server. */
  url: string;
  /** Bytes the server acknowledged last. */
  offset: number;
}

const KEY = "zhizhuxia.uploads";

function read(): Remembered[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]") as Remembered[];
  } catch {
    return [];
  }
}

function write(entries: Remembered[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // Private mode or a full store: the upload goes on, only a reload would begin it anew.
  }
}

const same = (a: Remembered, draft: string, fingerprint: string): boolean => a.draft === draft && a.fingerprint === fingerprint;

export const remembered = (draft: string): Remembered[] => read().filter((entry) => entry.draft === draft);

export const recall = (draft: string, fingerprint: string): Remembered | undefined =>
  read().find((entry) => same(entry, draft, fingerprint));

export const remember = (entry: Remembered): void =>
  write([...read().filter((other) => !same(other, entry.draft, entry.fingerprint)), entry]);

export const forget = (draft: string, fingerprint: string): void =>
  write(read().filter((entry) => !same(entry, draft, fingerprint)));

export const forgetAll = (): void => localStorage.removeItem(KEY);
