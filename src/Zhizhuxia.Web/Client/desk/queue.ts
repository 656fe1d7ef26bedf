import { all, one } from "../dom";
import type { Key } from "./keyboard";

const ROW = "[data-row]";
const CLAIM = "[data-together] [name=Act][value=Claim]";
let chosen = "";
/** Where the selected row stood: once it is gone, its neighbours are next. */
let place = 0;

/** Keys of 队列. A row is whatever has data-row, with its link and, if there is one, its tick box; one row is selected at a time. */
export const queueKeys: Key[] = [
  { keys: "j", words: "下一篇", needs: ROW, run: () => move(1) },
  { keys: "k", words: "上一篇", needs: ROW, run: () => move(-1) },
  { keys: "Enter", words: "打开", needs: ROW, shared: true, run: () => link(selected())?.click() },
  { keys: "o", words: "打开", needs: ROW, run: () => link(selected())?.click() },
  { keys: "x", words: "勾选", needs: `${ROW} input[type=checkbox]`, run: () => one<HTMLInputElement>("input[type=checkbox]", selected() ?? document.createElement("i"))?.click() },
  { keys: "/", words: "搜索", button: "[data-search]", run: () => search() },
  { keys: "c", words: "认领勾选的", button: CLAIM, run: () => ticked() && one(CLAIM)?.click() },
  { keys: "d", words: "不采用勾选的", button: "[data-together] [name=Act][value=Decline]", run: () => ticked() && decline() },
];

const link = (row: HTMLElement | undefined): HTMLAnchorElement | null => (row ? one<HTMLAnchorElement>("a[href*='/desk/pieces/']", row) : null);
const selected = (): HTMLElement | undefined => all(ROW).find((row) => row.classList.contains("selected"));

const ticked = (): boolean => !!one(`${ROW} [data-tick]:checked`);

/** A reason comes first; the button stands beside it. */
function decline(): void {
  one<HTMLDetailsElement>("[data-together]")!.open = true;
  one("#together-reason")?.focus();
}

function move(by: number): void {
  const list = all(ROW);
  const at = list.findIndex((row) => row.classList.contains("selected"));
  const to = at >= 0 ? at + by : by > 0 ? place : place - 1;
  const next = list[Math.min(Math.max(0, to), list.length - 1)];
  if (!next) return;
  select(next);
  link(next)?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function select(row: HTMLElement): void {
  all(ROW).forEach((other, at) => {
    other.classList.toggle("selected", other === row);
    if (other === row) place = at;
  });
  chosen = link(row)?.getAttribute("href") ?? "";
}

function search(): void {
  const field = one<HTMLInputElement>("[data-search]");
  field?.focus();
  field?.select();
}

/** When the rows are brought up to date, the one selected stays so. */
export function keepSelection(): void {
  document.addEventListener("htmx:after:swap", () => {
    const row = all(ROW).find((row) => chosen && link(row)?.getAttribute("href") === chosen);
    if (row) select(row);
  });
}
