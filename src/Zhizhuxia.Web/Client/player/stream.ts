/** Plays data-hls where the browser cannot do so by itself: only then hls.js is fetched. Not its light build: that one plays no sound of its own rendition. */
export async function stream(video: HTMLVideoElement): Promise<void> {
  const playlist = video.dataset.hls;
  if (!playlist) return;
  if (video.canPlayType("application/vnd.apple.mpegurl")) {
    video.src = playlist;
    return;
  }
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
