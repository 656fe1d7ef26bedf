import { all } from "../dom";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
interface Saved {
  /** Milliseconds since 1970. */
  at: number;
  /** Whose draft it was; without the cookie of then it is out of reach. */
  owner?: string;
  fields: Record<string, string[]>;
}

const KEY = "zhizhuxia.draft";
// Unfinished uploads are kept as long on the server.
const KEPT = 48 * 3600 * 1000;

const isTicked = (field: Field): boolean => field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type);

/** Everything but files, consents (each is given anew) and the antiforgery token. */
const fields = (form: HTMLFormElement): Field[] =>
  all<Field>("input, textarea, select", form).filter(
    (field) => field.name && field.type !== "file" && field.name !== "__RequestVerificationToken" && !field.closest("[data-unsaved]"),
  );

export function save(form: HTMLFormElement): boolean {
  const saved: Saved = { at: Date.now(), owner: form.dataset.owner, fields: {} };
  for (const field of fields(form)) {
    if (isTicked(field) && !(field as HTMLInputElement).checked) continue;
    (saved.fields[field.name] ??= []).push(field.value);
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(saved));
    return true;
  } catch {
    return false;
  }
}

/** Fills the form with what was saved here in the last 48 hours. */
export function restore(form: HTMLFormElement): boolean {
  const saved = read();
  if (!saved || Date.now() - saved.at > KEPT) return false;
  for (const field of fields(form)) {
    if (field.dataset.draft !== undefined && saved.owner !== form.dataset.owner) continue; // the page has brought a new one
    const values = saved.fields[field.name];
    if (isTicked(field)) (field as HTMLInputElement).checked = values?.includes(field.value) ?? false;
    else if (values?.length) field.value = values.shift()!;
  }
  return true;
}

export const discard = (): void => localStorage.removeItem(KEY);

function read(): Saved | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") as Saved | null;
  } catch {
    return null;
  }
}

/** Saves half a second after the last key, and when the page is left. */
export function keepSaving(form: HTMLFormElement, told: (done: boolean) => void): void {
  let timer = 0;
  const now = (): void => told(save(form));
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, 500);
  });
  addEventListener("pagehide", () => save(form));
}
