import "./desk";
import { all } from "./dom";

for (const button of all("[data-print]")) button.addEventListener("click", () => print());
