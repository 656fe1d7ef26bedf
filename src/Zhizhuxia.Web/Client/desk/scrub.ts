import { all, one } from "../dom";
import { Storyboard } from "../player/storyboard";

/** Further than this, a press is a drag and opens nothing. */
const STILL = 8;

/** What to do with a poster after the rows were brought up to date: that takes away what the server does not know. */
const known = new WeakMap<HTMLElement, () => void>();

/** 队列: moving over a poster, or dragging across it with a finger, leafs through the film's small pictures; a click opens the piece. */
export function scrubPosters(): void {
  begin();
  document.addEventListener("htmx:after:swap", begin); // some rows have come since, others are as the server drew them
}

function begin(): void {
  for (const poster of all("[data-row] .poster")) {
    if (!poster.dataset.storyboard) continue;
    const again = known.get(poster);
    if (again) again();
    else known.set(poster, scrub(poster, poster.dataset.storyboard, Number(poster.dataset.seconds)));
  }
}

function scrub(poster: HTMLElement, address: string, seconds: number): () => void {
  const frame = document.createElement("span");
  const bar = document.createElement("span");
  const board = new Storyboard(frame);
  let loading: Promise<void> | undefined;
  let pressedAt: number | undefined;
  let dragged = false;
  /** Where the mouse or the finger is, while a picture is wanted. */
  let at: { x: number; y: number } | undefined;
  frame.className = "scrub";
  bar.className = "scrub-bar";
  poster.classList.add("scrubs");

  const hide = (): void => {
    at = undefined;
    poster.classList.remove("scrubbing");
  };
  const show = async (): Promise<void> => {
    loading ??= board.load(address).catch(() => undefined);
    await loading;
    if (!at) return; // gone before the list was there
    if (!frame.isConnected) poster.append(frame, bar);
    const box = poster.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (at.x - box.left) / box.width));
    if (!board.show(share * seconds)) return;
    poster.classList.add("scrubbing"); // what is not shown has no size
    const scale = Math.min(box.width / frame.offsetWidth, box.height / frame.offsetHeight);
    frame.style.transform = `translate(-50%, -50%) scale(${scale})`;
    bar.style.width = `${share * 100}%`;
  };

  poster.addEventListener("pointerdown", (event) => {
    [pressedAt, dragged] = [event.clientX, false];
    if (event.pointerType !== "mouse") poster.setPointerCapture(event.pointerId);
  });
  poster.addEventListener("pointermove", (event) => {
    if (pressedAt !== undefined && Math.abs(event.clientX - pressedAt) > STILL) dragged = true;
    if (event.pointerType !== "mouse" && !dragged) return;
    at = { x: event.clientX, y: event.clientY };
    void show();
  });
  for (const end of ["pointerup", "pointercancel"]) poster.addEventListener(end, () => (pressedAt = undefined));
  poster.addEventListener("pointerleave", hide);
  poster.addEventListener("click", () => {
    if (!dragged) one<HTMLAnchorElement>(".queue-title a", poster.closest<HTMLElement>("[data-row]")!)?.click();
  });

  return () => {
    poster.classList.add("scrubs");
    if (!at) return;
    if (poster.contains(document.elementFromPoint(at.x, at.y))) void show();
    else hide(); // the row has moved away from under it
  };
}
