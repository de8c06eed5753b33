"use strict";
// What every page shares: small helpers, and an image with its tokens.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const svgSpace = document.querySelector("svg").namespaceURI; // no address is written in a page

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.addEventListener("click", value);
    else node.setAttribute(name, value);
  }
  node.append(...children); // strings become text nodes: a token can't be markup
  return node;
}

function draw(tag, attributes = {}, ...children) {
  const node = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed.data), (character) => character.charCodeAt(0));
  const types = { uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array };
  return new types[packed.dtype](bytes.buffer);
}

const percent = (value) => (value >= 0.9995 ? "100%" : value >= 0.0995 ? `${Math.round(value * 100)}%` : `${(value * 100).toFixed(value < 0.0095 ? 2 : 1)}%`);

function shown(token) {
  const text = token.trim();
  if (text) return text.replace(/\n/g, "⏎").replace(/\t/g, "⇥");
  return token.replace(/ /g, "␣").replace(/\n/g, "⏎").replace(/\t/g, "⇥") || "∅";
}

const leastWritten = 0.05; // words below this probability are noise
const faded = (probability) => 0.2 + 0.8 * Math.min(1, Math.max(0, probability));

// The layer at which a word is strongest on the image: where there is something to see.
function strongestLayer(nLayers, rows, value) {
  let best = nLayers - 1, most = 0;
  for (let layer = 0; layer < nLayers; layer++) for (const row of rows) if (value(layer, row) > most) [best, most] = [layer, value(layer, row)];
  return best;
}

const ramp = data.ramp.map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));

function colour(value) {
  const at = Math.min(1, Math.max(0, value)) * (ramp.length - 1);
  const low = Math.floor(at), high = Math.min(low + 1, ramp.length - 1);
  const mixed = ramp[low].map((channel, i) => Math.round(channel + (ramp[high][i] - channel) * (at - low)));
  return `rgb(${mixed.join(" ")} / ${0.5 + 0.35 * Math.min(1, Math.max(0, value))})`; // low values let more of the image through;
}

for (const bar of document.querySelectorAll(".ramp")) {
  bar.style.background = `linear-gradient(90deg, ${data.ramp.join(",")})`;
}


// --- an image with its tokens: paints a value on each, and tells which one is pointed at -------------------------------

// `boxes` has [x1, y1, x2, y2] for every token that may be shown. A view is a set of them on one picture:
// {name, members, size: [width, height], src}, with boxes in pixels of that size; without src the picture is blank.
class Stage {
  constructor(place, boxes, label, onPoint) {
    this.boxes = boxes;
    this.onPoint = onPoint;
    this.pinned = null;
    this.pointed = null;
    this.texts = new Map();
    this.picture = make("img", { alt: "" });
    this.svg = draw("svg", { preserveAspectRatio: "none", tabindex: 0, role: "application", "aria-label": label });
    this.frame = make("figure", { class: "stage mapped" }, this.picture, this.svg);
    place.append(this.frame);
    this.svg.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.point(this.under(event)));
    this.svg.addEventListener("pointerleave", () => this.point(null));
    this.svg.addEventListener("click", (event) => this.pin(this.under(event)));
    this.svg.addEventListener("keydown", (event) => this.move(event));
  }

  show(view) {
    this.view = view;
    this.svg.setAttribute("viewBox", `0 0 ${view.size[0]} ${view.size[1]}`);
    this.frame.style.aspectRatio = `${view.size[0]} / ${view.size[1]}`;
    this.picture.hidden = !view.src;
    if (view.src) this.picture.src = view.src;
    this.svg.replaceChildren();
    this.texts.clear();
    this.cells = new Map(view.members.map((token) => {
      const [x1, y1, x2, y2] = this.boxes[token];
      const cell = draw("rect", { x: x1, y: y1, width: x2 - x1, height: y2 - y1 });
      this.svg.append(cell);
      return [token, cell];
    }));
    this.marks = ["outer", "inner"].map((kind) => draw("rect", { class: `mark ${kind}` }));
    this.svg.append(...this.marks);
    if (!this.cells.has(this.pinned)) this.pinned = null;
    if (!this.cells.has(this.pointed)) this.pointed = null;
    this.mark();
  }

  // `values` from 0 to 1 by token, or null for an even shade to read words on.
  paint(values) {
    for (const [token, cell] of this.cells) cell.setAttribute("fill", values ? colour(values[token]) : "rgb(0 0 0 / .45)");
  }

  write(words, values) {
    for (const text of this.texts.values()) text.remove();
    this.texts.clear();
    if (!words) return;
    for (const token of this.view.members) {
      if (values[token] < leastWritten) continue;
      const [x1, y1, x2, y2] = this.boxes[token];
      const word = shown(words[token]);
      const size = Math.min((y2 - y1) * 0.3, (1.5 * (x2 - x1)) / Math.max(word.length, 4));
      const text = draw("text", { x: (x1 + x2) / 2, y: (y1 + y2) / 2, "font-size": size, "stroke-width": size / 6, opacity: faded(values[token]) }, word);
      this.texts.set(token, text);
      this.svg.insertBefore(text, this.marks[0]);
    }
  }

  get current() { return this.pointed ?? this.pinned; }

  under(event) {
    const frame = this.svg.getBoundingClientRect();
    const x = ((event.clientX - frame.left) / frame.width) * this.view.size[0];
    const y = ((event.clientY - frame.top) / frame.height) * this.view.size[1];
    return this.view.members.find((token) => { const [x1, y1, x2, y2] = this.boxes[token]; return x1 <= x && x < x2 && y1 <= y && y < y2; }) ?? null;
  }

  point(token) {
    if (token === this.pointed) return;
    this.pointed = token;
    this.mark();
    this.onPoint(this.current, false);
  }

  pin(token) {
    this.pinned = token === this.pinned ? null : token;
    this.mark();
    this.onPoint(this.current, true);
  }

  mark(token = this.current) {
    const box = this.cells.has(token) ? this.boxes[token] : null;
    for (const mark of this.marks) {
      mark.setAttribute("visibility", box ? "visible" : "hidden");
      if (box) for (const [name, value] of [["x", box[0]], ["y", box[1]], ["width", box[2] - box[0]], ["height", box[3] - box[1]]]) mark.setAttribute(name, value);
    }
  }

  move(event) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key === "Escape" && this.pinned !== null) { this.pin(this.pinned); return; }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    this.pointed = null;
    const middle = (token) => { const [x1, y1, x2, y2] = this.boxes[token]; return [(x1 + x2) / 2, (y1 + y2) / 2]; };
    if (this.pinned === null) { this.pin(this.view.members[0]); return; }
    const [x, y] = middle(this.pinned);
    let best = null, least = Infinity;
    for (const token of this.view.members) {
      const [dx, dy] = [middle(token)[0] - x, middle(token)[1] - y];
      const along = dx * step[0] + dy * step[1], beside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
      if (along > 1e-6 && along + 4 * beside < least) { best = token; least = along + 4 * beside; }
    }
    if (best !== null) this.pin(best);
  }
}

// Buttons that choose between views, where there are several.
function viewChips(place, stage, views, then) {
  place.hidden = views.length < 2;
  const choices = views.map((view) => make("button", { type: "button", "aria-pressed": "false", onclick: () => { show(view); then(); } }, view.name));
  function show(view) {
    views.forEach((each, nth) => choices[nth].setAttribute("aria-pressed", String(each === view)));
    stage.show(view);
  }
  place.append(...choices);
  show(views[0]);
  return show;
}
