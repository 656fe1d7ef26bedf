import { all } from "../dom";

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * What the styles hide for the chosen kind is neither asked nor sent. The markup says data-required instead of required,
 * because without scripts a hidden required field would block the form without a word.
 */
export function askOnlyWhatIsShown(form: HTMLFormElement): void {
  const fields = all<Field>("[data-required], .unless-proposal input, .unless-proposal textarea", form);
  const update = (): void => {
    for (const field of fields) {
      const shown = field.closest<HTMLElement>(".field, .consent")!.offsetParent !== null;
      field.disabled = !shown;
      field.required = shown && field.hasAttribute("data-required");
    }
  };
  form.addEventListener("change", update);
  update();
}
