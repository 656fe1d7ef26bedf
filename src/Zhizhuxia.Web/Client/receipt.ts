import { all, scriptsRun } from "./dom";
import { discard } from "./form/autosave";
import { forgetAll } from "./uploads/memory";

scriptsRun();
// The piece is with the newsroom now; nothing of it stays on this device.
discard();
forgetAll();

for (const button of all<HTMLButtonElement>("[data-copy]")) {
  const usual = button.innerHTML;
  button.addEventListener("click", async () => {
    const done = await copied(button.dataset.copy!);
    button.textContent = done ? "已复制" : "请长按回执码复制";
    setTimeout(() => (button.innerHTML = usual), 2500);
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

for (const button of all("[data-print]")) button.addEventListener("click", () => print());
