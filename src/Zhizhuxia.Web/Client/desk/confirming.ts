import { all, one } from "../dom";

const KEY = "zhizhuxia.confirming";

interface Kept {
  path: string;
  form: string;
  fields: [string, string][];
}

/**
 * form[data-confirms="name"]: before it is carried out, the server may ask once more who is there, and sends back to an empty page at ?confirmed.
 * What was typed is there again then; nothing is sent by itself.
 */
export function keepWhileConfirming(): void {
  for (const form of all<HTMLFormElement>("form[data-confirms]")) form.addEventListener("submit", () => keep(form));
  const address = new URL(location.href);
  if (!address.searchParams.has("confirmed")) return;
  address.searchParams.delete("confirmed");
  history.replaceState(null, "", address);
  restore();
}

function keep(form: HTMLFormElement): void {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string");
  const kept: Kept = { path: location.pathname, form: form.dataset.confirms!, fields };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

function restore(): void {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Kept | null;
  sessionStorage.removeItem(KEY);
  const form = kept?.path === location.pathname ? one<HTMLFormElement>(`form[data-confirms="${kept.form}"]`) : null;
  if (!kept || !form) return;
  for (const field of all<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("input, select, textarea", form)) {
    const values = kept.fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "hidden") continue; // the page has brought its own
    if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)) field.checked = values.includes(field.value);
    else if (values[0] !== undefined) field.value = values[0];
  }
}
