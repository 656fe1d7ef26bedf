import { all, one } from "../dom";

/** 一起处理: counts the ticked rows and ticks all of the page. Rows come and go while the page is open. Without scripts the form works as it stands. */
export function actTogether(): void {
  const bar = one<HTMLDetailsElement>("[data-together]");
  if (!bar) return;
  const boxes = (): HTMLInputElement[] => all<HTMLInputElement>("[data-tick]");
  const every = one<HTMLInputElement>("[data-tick-all]", bar);
  const words = one("[data-ticked]", bar);
  const untouched = words?.textContent ?? "";

  const tell = (): void => {
    const ticked = boxes().filter((box) => box.checked).length;
    boxes().forEach((box) => box.closest("[data-row]")?.classList.toggle("ticked", box.checked));
    if (words) words.textContent = ticked ? `已勾选 ${ticked} 篇` : untouched;
    if (every) [every.checked, every.indeterminate] = [ticked > 0 && ticked === boxes().length, ticked > 0 && ticked < boxes().length];
  };
  /** What somebody has folded while rows are ticked stays folded when these are brought up to date. */
  const open = (): void => {
    tell();
    if (boxes().some((box) => box.checked)) bar.open = true;
  };

  document.addEventListener("change", (event) => {
    if ((event.target as HTMLElement).matches("[data-tick]")) open();
  });
  document.addEventListener("htmx:after:swap", tell);
  every?.addEventListener("change", () => {
    boxes().forEach((box) => (box.checked = every.checked));
    open();
  });
  const form = one<HTMLFormElement>("form", bar);
  // data-needs: what an act cannot do without is asked for on this page, where the ticks are.
  form?.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>("button[name]");
    if (!button) return;
    for (const field of all<HTMLInputElement | HTMLSelectElement>("select, [name=Word]", form)) field.required = field.id === button.dataset.needs;
  });
  // A file is saved and the page stays: the form can be sent again.
  form?.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("data-saves")) setTimeout(() => delete form.dataset.sent, 1000);
  });
  addEventListener("pageshow", open);
  open();
}
