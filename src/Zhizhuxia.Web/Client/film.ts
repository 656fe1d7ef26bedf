import { all, one, scriptsRun } from "./dom";
import { stream } from "./player/stream";

scriptsRun();
for (const video of all<HTMLVideoElement>("video[data-hls]")) void stream(video);

const share = one<HTMLButtonElement>("[data-share]");
if (share && "share" in navigator) {
  share.hidden = false;
  share.addEventListener("click", () => void navigator.share({ title: document.title, url: location.href }).catch(() => undefined));
}
