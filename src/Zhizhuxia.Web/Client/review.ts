import { all } from "./dom";
import "./desk";
import { Player } from "./player/keys";
import { stream } from "./player/stream";

for (const box of all("[data-player]")) new Player(box);
for (const video of all<HTMLVideoElement>("video[data-hls]")) void stream(video);
