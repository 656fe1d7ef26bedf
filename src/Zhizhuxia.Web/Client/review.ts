import { all, one } from "./dom";
import "./desk";
import { everywhere } from "./desk/everywhere";
import { keyboard } from "./desk/keyboard";
import { notes } from "./desk/notes";
import { pieceKeys } from "./desk/piece";
import { restWhenStale } from "./desk/stale";
import { reveal, tabs } from "./desk/tabs";
import { Player } from "./player/keys";
import { stream } from "./player/stream";
import { timeline } from "./player/timeline";

const box = one("[data-player]");
const player = box && new Player(box);
const bar = box && timeline(box);
tabs();
restWhenStale();
notes(bar);
keyboard([...pieceKeys, ...(player?.keys ?? []), ...everywhere]);
// What has changed is on this page already: it is shown where it stands.
document.addEventListener("click", (event) => {
  const link = (event.target as HTMLElement).closest("[data-versions]");
  const place = link && one("#versions");
  if (!place) return;
  event.preventDefault();
  reveal(place);
  place.scrollIntoView();
});
for (const video of all<HTMLVideoElement>("video[data-hls]")) void stream(video);
