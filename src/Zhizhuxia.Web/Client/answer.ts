import { need, one } from "./dom";
import { askOnlyWhatIsShown } from "./form/kinds";
import { Send } from "./form/send";
import "./status";
import { keepAwake } from "./uploads/awake";
import { Line } from "./uploads/line";

// 请您补充: films go the same way as on the form, into a draft of the answer's own that survives a reload.
const form = one<HTMLFormElement>("form[data-answer]");
if (form) askOnlyWhatIsShown(form);
const box = form && one("[data-uploads]", form);

if (form && box) {
  const draft = need<HTMLInputElement>("[data-draft]", form);
  // data-answer: the piece and how many films it has. Once these have joined it, the next are of another draft.
  const key = `zhizhuxia.answer.${form.dataset.answer}.${form.dataset.owner}`; // without the cookie the draft of former times is somebody else's
  draft.value = localStorage.getItem(key) ?? draft.value;
  localStorage.setItem(key, draft.value);
  const line = new Line(box, draft.value);
  const send = new Send(form, line, () => "needsFilm" in form.dataset);
  line.changed = () => {
    send.step();
    keepAwake(line.busy);
  };
}
