/** Buttons with data-copy put its words on the clipboard and say so for a moment. */
export function copyButtons(otherwise: string): void {
  document.addEventListener("click", async (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>("[data-copy]");
    if (!button || button.dataset.copied) return;
    const usual = button.innerHTML;
    button.dataset.copied = "1";
    button.textContent = (await copied(button.dataset.copy!)) ? "已复制" : otherwise;
    setTimeout(() => {
      button.innerHTML = usual;
      delete button.dataset.copied;
    }, 2500);
  });
}

/** Plain http and some built-in browsers have no clipboard object; a selected field works there. */
async function copied(text: string): Promise<boolean> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
