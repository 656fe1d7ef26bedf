// The light build has the full build's shape but ships no declaration under its own name.
declare module "hls.js/light" {
  export { default } from "hls.js";
}
