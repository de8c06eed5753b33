// The page of a logit lens. Rows are positions, columns are layers.

const { layers, labels, positions, words, sizes } = data;
const [nLayers, nRows, nTop] = [layers.length, labels.length, data.top];
const rowHeight = 26;

// --- numbers -----------------------------------------------------------------------------------------------------------

let parts, strings;

async function load() {
  const bytes = Uint8Array.from(atob(byId("blob").textContent), (character) => character.charCodeAt(0));
  const raw = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
  const types = { uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array };
  const read = ({ start, bytes: size, type }) => (type === "text"
    ? JSON.parse(new TextDecoder().decode(new Uint8Array(raw, start, size)))
    : new types[type](raw, start, size / types[type].BYTES_PER_ELEMENT));
  parts = Object.fromEntries(Object.entries(data.parts).map(([name, part]) => [name, read(part)]));
  strings = parts.strings;
}

const at = (nth, layer, row) => (nth * nLayers + layer) * nRows + row;
const unsquashed = (byte) => (byte / 255) ** 2; // the numbers are kept as square roots, which are finer near 0
const idAt = (nth, layer, row) => parts.ids[at(nth, layer, row)];
const probAt = (nth, layer, row) => unsquashed(parts.probs[at(nth, layer, row)]);

function rankText(code) {
  if (code < 128) return `rank ${code}`;
  const rank = 128 * 2 ** ((code - 128) / 10);
  return `rank about ${Number(rank.toPrecision(2)).toLocaleString("en")}`;
}

// --- what is shown: a value for every cell -----------------------------------------------------------------------------

const state = { layer: nLayers - 1, row: null, mode: null, query: "" };
const hover = { layer: null, row: null };
let shownValues, high, hits = [], hit = -1;

const modes = () => [
  { name: "most probable token", meaning: "probability of the most probable token", value: (layer, row) => probAt(0, layer, row), high: 1 },
  ...words.map((word, nth) => ({ name: word, meaning: `probability of “${word}”, all spellings`, value: (layer, row) => unsquashed(parts.word_probs[at(nth, layer, row)]) })),
  ...["entropy", "kl"].filter((name) => parts[name]).map((name) => ({
    name: name === "kl" ? "KL to output" : name,
    meaning: name === "kl" ? "nats from the model’s own prediction (KL divergence)" : "nats of entropy",
    value: (layer, row) => unsquashed(parts[name][layer * nRows + row]) * data.high[name],
  })),
];

function choose(mode) {
  state.mode = mode;
  shownValues = new Float32Array(nLayers * nRows);
  let most = 0;
  for (let layer = 0; layer < nLayers; layer++) for (let row = 0; row < nRows; row++) {
    const value = mode.value(layer, row);
    shownValues[layer * nRows + row] = value;
    if (value > most) most = value;
  }
  high = mode.high ?? (most || 1);
  for (const chip of byId("modes").children) chip.setAttribute("aria-pressed", String(chip.textContent === mode.name));
  byId("high").textContent = high >= 10 ? high.toFixed(0) : high >= 1 && mode.high ? String(high) : high.toPrecision(2);
  showHead();
  showRows(true);
  showStage();
}

const share = (layer, row) => Math.min(1, shownValues[layer * nRows + row] / high);

// --- search ------------------------------------------------------------------------------------------------------------

function search(query) {
  const wanted = query.trim().toLocaleLowerCase();
  if (!wanted) {
    hits = [];
    byId("hits").textContent = "";
    for (const id of ["previous", "next"]) byId(id).disabled = true;
    choose(modes()[0]);
    return;
  }
  const lower = strings.map((text) => text.trim().toLocaleLowerCase());
  const whole = lower.includes(wanted);
  const found = new Set(lower.flatMap((text, id) => ((whole ? text === wanted : text.includes(wanted)) ? [id] : [])));
  const sum = new Float32Array(nLayers * nRows);
  for (let nth = 0; nth < nTop; nth++) for (let cell = 0; cell < nLayers * nRows; cell++) {
    if (found.has(parts.ids[nth * nLayers * nRows + cell])) sum[cell] += unsquashed(parts.probs[nth * nLayers * nRows + cell]) || 1e-9;
  }
  hits = Array.from(sum.keys()).filter((cell) => sum[cell] > 0).sort((a, b) => sum[b] - sum[a]);
  hit = -1;
  const inLayers = new Set(hits.map((cell) => Math.floor(cell / nRows))).size;
  const what = `${whole ? "Tokens that are" : "Tokens that contain"} “${query.trim()}”`;
  byId("hits").textContent = found.size
    ? `${what}: ${hits.length.toLocaleString("en")} hits in ${inLayers} of ${nLayers} layers, among the top ${nTop}. ↓ goes to the most probable.`
    : `${what}: none among the top ${nTop}, at any layer and position.`;
  for (const id of ["previous", "next"]) byId(id).disabled = !hits.length;
  choose({ name: "search", meaning: `probability of tokens found`, value: (layer, row) => sum[layer * nRows + row] });
}

function goToHit(step) {
  if (!hits.length) return;
  hit = (hit + step + hits.length) % hits.length;
  select(hits[hit] % nRows, Math.floor(hits[hit] / nRows));
}

// --- the table: only the rows in sight exist ---------------------------------------------------------------------------

const table = byId("table"), body = byId("body");
const rows = new Map();

function showHead() {
  const means = layers.map((_, layer) => {
    let sum = 0;
    for (let row = 0; row < nRows; row++) sum += share(layer, row);
    return sum / nRows;
  });
  const most = Math.max(...means) || 1;
  byId("head").replaceChildren(make("div", { class: "label", role: "columnheader" }, "position"), ...layers.map((name, layer) => {
    const fill = make("i");
    fill.style.height = `${(24 * means[layer]) / most}px`;
    return make("button", { type: "button", role: "columnheader", "data-layer": layer, class: layer === state.layer ? "current" : "", title: `layer ${name}; the bar is the mean over all positions`, onclick: () => select(state.row, layer) }, fill, make("span", {}, name));
  }));
}

function makeRow(row) {
  const node = make("div", { class: "row", role: "row", "aria-rowindex": row + 2, "data-row": row });
  node.style.top = `${row * rowHeight}px`;
  const label = make("div", { class: "label", role: "rowheader", title: `position ${positions[row]}` }, make("small", {}, String(positions[row])), " ", shown(labels[row]));
  if (!data.boxes[row]) label.classList.add("text");
  node.append(label, ...layers.map((_, layer) => make("div", { class: "cell", role: "gridcell", "data-layer": layer }, shown(strings[idAt(0, layer, row)]))));
  return node;
}

function shadeRow(node, row) {
  layers.forEach((_, layer) => {
    const value = share(layer, row);
    node.children[layer + 1].style.setProperty("--share", `${Math.round(100 * Math.sqrt(value))}%`);
    node.children[layer + 1].style.setProperty("--seen", `${Math.round(100 * faded(probAt(0, layer, row)))}%`);
  });
}

function showRows(again = false) {
  const first = Math.max(0, Math.floor(table.scrollTop / rowHeight) - 6);
  const last = Math.min(nRows, Math.ceil((table.scrollTop + table.clientHeight) / rowHeight) + 6);
  for (const [row, node] of rows) if (row < first || row >= last) { node.remove(); rows.delete(row); }
  for (let row = first; row < last; row++) {
    let node = rows.get(row);
    if (!node) { node = makeRow(row); body.append(node); rows.set(row, node); } else if (!again) continue;
    shadeRow(node, row);
  }
  markCells();
}

function markCells() {
  const { row, layer } = current();
  for (const node of body.querySelectorAll(".current")) node.classList.remove("current");
  for (const node of rows.values()) node.children[state.layer + 1].classList.add("current");
  rows.get(row)?.classList.add("current");
  for (const node of body.querySelectorAll(".here")) node.classList.remove("here");
  rows.get(row)?.children[layer + 1].classList.add("here");
}

function bringIntoView(row, layer = null) {
  const top = row * rowHeight, inside = table.clientHeight - byId("head").offsetHeight;
  if (top < table.scrollTop || top + rowHeight > table.scrollTop + inside) table.scrollTop = Math.max(0, top - inside / 2);
  if (layer !== null) {
    const head = byId("head"), cell = head.children[layer + 1], left = cell.offsetLeft - head.children[0].offsetWidth;
    if (left < table.scrollLeft) table.scrollLeft = left;
    else if (cell.offsetLeft + cell.offsetWidth > table.scrollLeft + table.clientWidth) table.scrollLeft = cell.offsetLeft + cell.offsetWidth - table.clientWidth;
  }
  showRows();
}

// --- image, reading, and the links between them ------------------------------------------------------------------------

const sourceOf = (image) => document.querySelector(`.source[data-image="${image}"]`)?.src;
const views = data.views.map((view) => ({ name: view.name || "image", members: view.rows, size: sizes[view.image], src: sourceOf(view.image) }));
const viewOf = new Map(views.flatMap((view) => view.members.map((row) => [row, view])));
const stage = new Stage(byId("stage"), data.boxes, "Image tokens. Arrow keys move between them, Escape lets go.", (row, kept) => {
  if (kept) { state.row = row; hover.row = hover.layer = null; } else { hover.row = stage.pointed; hover.layer = null; }
  if (row !== null) bringIntoView(row);
  showPlace();
});
let showView = () => {};

const current = () => ({ row: hover.row ?? state.row, layer: hover.layer ?? state.layer });

function showStage() {
  if (!views.length) return;
  const values = [];
  for (const row of stage.view.members) values[row] = share(state.layer, row);
  stage.paint(values);
  const asWords = state.mode.high === 1 && stage.view.members.length <= 400; // words on more patches can't be read
  stage.frame.classList.toggle("mapped", !asWords); // words stand on the image in colour
  if (asWords) stage.paint(null);
  const texts = [];
  if (asWords) for (const row of stage.view.members) texts[row] = strings[idAt(0, state.layer, row)];
  stage.write(asWords ? texts : null, values);
  for (const part of byId("legend").children) if (part.id !== "meaning") part.hidden = asWords;
  byId("meaning").textContent = asWords ? `the paler a word, the less probable; below ${percent(leastWritten)} none is written` : state.mode.meaning;
}

function showPlace() {
  const { row, layer } = current();
  markCells();
  const view = viewOf.get(row);
  if (view && view !== stage.view) { showView(view); showStage(); }
  if (views.length) stage.mark(row);
  const what = row === null ? "" : view ? [views.length > 1 ? view.name : "", labels[row]].filter(Boolean).join(" ") : `“${shown(labels[row])}”`;
  byId("where").textContent = row === null ? "Point at a patch or a cell" : `${what} · position ${positions[row]} · layer ${layers[layer]}`;
  byId("tops").replaceChildren(...(row === null ? [] : Array.from({ length: nTop }, (_, nth) => {
    const fill = make("span", { class: "fill" }), text = strings[idAt(nth, layer, row)];
    fill.style.width = `${100 * probAt(nth, layer, row)}%`;
    return make("li", {}, make("button", { type: "button", class: "word", title: `search ${JSON.stringify(text)}`, onclick: () => { byId("query").value = text.trim(); search(text); } }, fill, make("span", { class: "name" }, shown(text)), make("span", { class: "share" }, percent(probAt(nth, layer, row)))));
  })));
  const numbers = row === null ? [] : [
    ...["entropy", "kl"].filter((name) => parts[name]).map((name) => [name === "kl" ? "KL to output" : name, `${(unsquashed(parts[name][layer * nRows + row]) * data.high[name]).toFixed(2)} nats`, ""]),
    ...words.map((word, nth) => [`“${word}”`, percent(unsquashed(parts.word_probs[at(nth, layer, row)])), parts.word_ranks ? rankText(parts.word_ranks[at(nth, layer, row)]) : ""]),
  ];
  byId("numbers").replaceChildren(...numbers.map(([name, value, rank]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, value), make("td", {}, rank))));
}

// Keeps a position and a layer.
function select(row, layer = state.layer) {
  const moved = layer !== state.layer;
  Object.assign(state, { row, layer });
  hover.row = hover.layer = null;
  if (views.length) stage.pinned = viewOf.has(row) ? row : null;
  if (moved) showLayer();
  if (row !== null) bringIntoView(row, layer);
  showPlace();
}

function showLayer() {
  byId("layer").value = state.layer;
  byId("layer").setAttribute("aria-valuetext", layers[state.layer]);
  byId("layer-name").textContent = layers[state.layer];
  for (const head of byId("head").querySelectorAll("button")) head.classList.toggle("current", Number(head.dataset.layer) === state.layer);
  showStage();
  showPlace();
}

function cellUnder(event) {
  const row = event.target.closest?.(".row"), cell = event.target.closest?.(".cell");
  return row ? { row: Number(row.dataset.row), layer: cell ? Number(cell.dataset.layer) : null } : null;
}

function listen() {
  table.addEventListener("scroll", () => showRows());
  new ResizeObserver(() => showRows()).observe(table);
  body.addEventListener("pointerover", (event) => {
    const place = event.pointerType === "mouse" ? cellUnder(event) : null;
    if (place) { Object.assign(hover, place); showPlace(); }
  });
  body.addEventListener("pointerleave", () => { hover.row = hover.layer = null; showPlace(); });
  body.addEventListener("click", (event) => { const place = cellUnder(event); if (place) select(place.row, place.layer ?? state.layer); });
  table.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], PageUp: [-20, 0], PageDown: [20, 0] }[event.key];
    if (!step || event.target !== table) return;
    event.preventDefault();
    const clamp = (value, most) => Math.max(0, Math.min(most - 1, value));
    select(state.row === null ? 0 : clamp(state.row + step[0], nRows), clamp(state.layer + step[1], nLayers));
  });
  byId("layer").addEventListener("input", (event) => { state.layer = Number(event.target.value); showLayer(); });
  byId("query").addEventListener("input", (event) => search(event.target.value));
  byId("search").addEventListener("submit", (event) => { event.preventDefault(); goToHit(1); });
  byId("next").addEventListener("click", () => goToHit(1));
  byId("previous").addEventListener("click", () => goToHit(-1));
  let playing = null;
  byId("play").addEventListener("click", () => {
    const stop = () => { clearInterval(playing); playing = null; byId("play").setAttribute("aria-pressed", "false"); byId("play").textContent = "Play"; };
    if (playing !== null) { stop(); return; }
    state.layer = 0; showLayer();
    byId("play").setAttribute("aria-pressed", "true"); byId("play").textContent = "Stop";
    playing = setInterval(() => { if (state.layer === nLayers - 1) stop(); else { state.layer++; showLayer(); } }, 600);
  });
}

async function begin() {
  await load();
  byId("layer").max = nLayers - 1;
  body.style.height = `${nRows * rowHeight}px`;
  table.style.setProperty("--columns", nLayers);
  table.setAttribute("aria-rowcount", nRows + 1);
  byId("modes").append(...modes().map((mode) => make("button", { type: "button", "aria-pressed": "false", onclick: () => { byId("query").value = ""; search(""); choose(mode); } }, mode.name)));
  if (views.length) showView = viewChips(byId("views"), stage, views, () => { showStage(); showPlace(); });
  byId("stage").hidden = !views.length;
  const onImage = labels.map((_, row) => row).filter((row) => data.boxes[row]);
  if (words.length) state.layer = strongestLayer(nLayers, onImage, (layer, row) => unsquashed(parts.word_probs[at(0, layer, row)]));
  choose(modes()[0]);
  showLayer();
  listen();
  const shownHead = byId("head").children[state.layer + 1];
  table.scrollLeft = shownHead.offsetLeft + shownHead.offsetWidth - table.clientWidth; // with the layers before it
  document.body.dataset.ready = "";
}

begin().catch((error) => {
  byId("failed").hidden = false;
  byId("failed").textContent = `This page could not be shown (${error.message}). It needs a browser of 2023 or later.`;
});
