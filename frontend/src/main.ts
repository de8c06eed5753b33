// One bundle for three places: the server's page, a page with its study in it, and a notebook's widget.

import { mount, unmount } from "svelte";
import App from "./App.svelte";
import Features from "./parts/Features.svelte";
import { KernelSource, PageSource, ServerSource, type Source } from "./lib/source";
import { Session } from "./lib/session.svelte";
import "./app.css";

export function start(target: HTMLElement, source: Source) {
  target.classList.add("vlm");
  return mount(App, { target, props: { session: new Session(source) } });
}

const own = document.querySelector<HTMLElement>("#app[data-start]");
const features = document.getElementById("features")?.textContent;
if (own && features) {
  own.classList.add("vlm");
  mount(Features, { target: own, props: { data: JSON.parse(features) } });
} else if (own) {
  const data = document.getElementById("study")?.textContent;
  start(own, data ? new PageSource(JSON.parse(data)) : new ServerSource());
}

// anywidget calls this.
export default {
  render({ model, el }: { model: any; el: HTMLElement }) {
    const app = start(el, new KernelSource(model));
    return () => unmount(app);
  },
};
