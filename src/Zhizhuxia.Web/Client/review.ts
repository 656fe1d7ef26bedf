import { all } from "./dom";
import "./desk";
import { Player } from "./player/keys";
import { stream } from "./player/stream";
import { timeline } from "./player/timeline";

for (const box of all("[data-player]")) {
  new Player(box);
  timeline(box);
}
for (const video of all<HTMLVideoElement>("video[data-hls]")) void stream(video);
