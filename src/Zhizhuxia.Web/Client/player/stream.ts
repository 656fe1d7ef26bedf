/** Plays data-hls: by the browser itself where it can, by hls.js where it cannot or fails. Only then hls.js is fetched. */
export async function stream(video: HTMLVideoElement): Promise<void> {
  const playlist = video.dataset.hls;
  if (!playlist) return;
  if (!video.canPlayType("application/vnd.apple.mpegurl")) return bySource(video, playlist);
  video.addEventListener("error", () => void bySource(video, playlist), { once: true });
  video.src = playlist;
}

/** Not the light build of hls.js: that one plays no sound that is a rendition of its own. */
async function bySource(video: HTMLVideoElement, playlist: string): Promise<void> {
  // Beside this script; not bundled into it.
  const address: string = new URL("./hls.js", import.meta.url).href;
  const { Hls } = (await import(address)) as typeof import("../hls");
  if (!Hls.isSupported()) return;
  // No worker: it would need blob: scripts, which the content policy forbids.
  const hls = new Hls({ enableWorker: false, capLevelToPlayerSize: true, maxBufferLength: 30 });
  hls.loadSource(playlist);
  hls.attachMedia(video);
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (!data.fatal) return;
    if (data.type === Hls.ErrorTypes.NETWORK_ERROR) hls.startLoad();
    else if (data.type === Hls.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
  });
}
