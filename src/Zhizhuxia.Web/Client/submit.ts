import { need, one, scriptsRun } from "./dom";
import { discard, keepSaving, restore } from "./form/autosave";
import { askOnlyWhatIsShown } from "./form/kinds";
import { recogniseLinks } from "./form/recognise";
import { Send } from "./form/send";
import { keepAwake } from "./uploads/awake";
import { Line } from "./uploads/line";

scriptsRun();

const form = need<HTMLFormElement>("form[data-submission]");
const saved = one("[data-saved]", form);

// After a refused 提交 the server has filled the form; only a fresh page takes what was saved.
if (form.dataset.posted !== "yes" && restore(form)) need("[data-restored]", form).hidden = false;
keepSaving(form, (done) => {
  if (saved && done) saved.textContent = "已自动保存在这台设备上";
});

askOnlyWhatIsShown(form);
recogniseLinks(form);

const line = new Line(need("[data-uploads]", form), need<HTMLInputElement>("[data-draft]", form).value);
const send = new Send(form, line, () => one<HTMLInputElement>("[name$=Kind]:checked", form)?.value === "Film");

line.changed = () => {
  send.step();
  keepAwake(line.busy);
};

need("[data-start-over]", form).addEventListener("click", async () => {
  if (!confirm("清空已填写的内容，并移除已上传的视频？")) return;
  await line.clear();
  discard();
  form.reset();
  location.replace(location.pathname);
});

for (const field of form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("[data-counted]")) {
  const count = one(`[data-count="${field.id}"]`, form);
  const show = (): void => {
    if (count) count.textContent = `${[...field.value].length} / ${field.maxLength}`;
  };
  field.addEventListener("input", show);
  show();
}
