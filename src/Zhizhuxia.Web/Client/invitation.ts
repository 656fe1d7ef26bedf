import { need, scriptsRun } from "./dom";

scriptsRun();

// Person and token stand behind the #; they go into the form and out of the address bar.
const field = need<HTMLInputElement>("[data-link] input");
if (location.hash.length > 1) {
  field.value = location.href;
  history.replaceState(null, "", location.pathname);
}
if (field.value) need("[data-link]").hidden = true;
