import { all, one } from "./dom";
import "./desk";
import { everywhere } from "./desk/everywhere";
import { keyboard } from "./desk/keyboard";
import { Pair } from "./player/pair";
import { stream } from "./player/stream";

for (const video of all<HTMLVideoElement>("video[data-hls]")) void stream(video);
const box = one("[data-pair]");
const [first, second] = all<HTMLVideoElement>("video");
const pair = box && first && second && new Pair(box, [{ video: first, offset: 0 }, { video: second, offset: Number(box.dataset.offset) || 0 }]);
keyboard([...(pair ? pair.keys : []), ...everywhere]);
