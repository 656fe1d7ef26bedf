import { all, isTyping, one } from "../dom";

/** A key of the page. What it does is what its button does, unless `run` says otherwise. */
export interface Key {
  /** As KeyboardEvent.key names it; "g q" is one after the other. */
  keys: string;
  /** In the map. */
  words: string;
  /** The button that has this key, and says so. A key whose button is not on the page does nothing. */
  button?: string;
  /** What must be on the page for a key that belongs to no button. */
  needs?: string;
  run?: () => unknown;
  /** Left to whatever has the focus, when that is something one presses. */
  shared?: boolean;
}

/** How long the first of two keys waits for the second, in milliseconds. */
const PATIENCE = 1500;

const NAMES: Record<string, string> = { " ": "空格", ArrowLeft: "←", ArrowRight: "→" };
const shown = (key: string): string => NAMES[key] ?? key;

/** Listens for the keys of one table, writes them on their buttons and into the map. Silent in fields, while an input method composes, with modifiers, and under an open dialog. */
export function keyboard(table: Key[]): void {
  let first = "";
  let timer = 0;
  map(table);
  label(table);
  document.addEventListener("htmx:after:swap", () => label(table));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return leave(event);
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || one("dialog[open]")) return;
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const entry = table.find(({ keys }) => keys === (first ? `${first} ${pressed}` : pressed));
    clearTimeout(timer);
    first = !first && table.some(({ keys }) => keys.length > 1 && keys.startsWith(`${pressed} `)) ? pressed : "";
    if (first) timer = setTimeout(() => (first = ""), PATIENCE);
    if (!entry || !works(entry) || (entry.shared && (event.target as HTMLElement).closest("button, a, summary, input"))) return;
    event.preventDefault();
    press(entry);
  });
}

/** Whether the key means anything on this page, now. */
const works = ({ button, needs }: Key): boolean => !(button ?? needs) || !!one((button ?? needs)!);

function press({ button, run }: Key): void {
  if (run) run();
  else all(button!).find((one) => !one.closest("[hidden]"))?.click();
}

/** Escape closes the form one is in, or leaves the field. */
function leave(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || one("dialog[open]")) return;
  const target = event.target as HTMLElement;
  const form = target.closest<HTMLDetailsElement>("details[data-verb][open]");
  if (form) {
    form.open = false;
    one("summary", form)?.focus();
  } else if (isTyping(event)) target.blur();
}

/** Each button says its key: to the eye, and to a screen reader. */
function label(table: Key[]): void {
  for (const { keys, words, button } of table) {
    for (const found of button ? all(button) : []) {
      if (found.hasAttribute("aria-keyshortcuts")) continue;
      if (keys.length > 2 && keys.includes(" ")) {
        found.title = `${words}（${keys}）`;
        continue;
      }
      found.setAttribute("aria-keyshortcuts", keys === " " ? "Space" : keys);
      if (found.matches("[role=tab]")) found.title = `${words}（${keys}）`;
      if (!found.textContent?.trim() || found.matches("[role=tab], input, select, textarea, :has(kbd)")) continue;
      const sign = document.createElement("kbd");
      sign.className = "keycap";
      sign.setAttribute("aria-hidden", "true");
      sign.textContent = shown(keys);
      found.append(sign);
    }
  }
}

/** The map that "?" opens: only keys that do something on this page. */
function map(table: Key[]): void {
  const dialog = document.createElement("dialog");
  dialog.id = "keys";
  dialog.dataset.keys = "";
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.innerHTML = `<h2 id="keys-title">快捷键</h2><dl class="keymap"></dl>
    <p class="small muted">打字和选字的时候，按键只归输入框；同时按着 Ctrl、Alt 或 ⌘ 时也不起作用。</p>
    <p class="dialog-end"><button type="button" class="button quiet" data-closes>知道了</button></p>`;
  const list = one("dl", dialog)!;
  for (const { keys, words } of table.filter(works)) {
    const [name, meaning] = [document.createElement("dt"), document.createElement("dd")];
    for (const key of keys === " " ? [keys] : keys.split(" ")) {
      const sign = document.createElement("kbd");
      sign.textContent = shown(key);
      name.append(sign, " ");
    }
    meaning.textContent = words;
    list.append(name, meaning);
  }
  document.body.append(dialog);
}
