// The page of scripts/demo.

const tokens = data.tokens;
const [imageWidth, imageHeight] = data.counts.original;
const views = [["tiles", false], ["global view", true]]
  .map(([name, isGlobal]) => ({ name, size: [imageWidth, imageHeight], src: byId("photo").src, members: tokens.boxes.map((_, token) => token).filter((token) => tokens.global[token] === isGlobal) }))
  .filter((view) => view.members.length);

function placeName(token) {
  const view = views.length > 1 ? (tokens.global[token] ? "global view, " : "tile ") : "";
  return `${view}row ${tokens.rows[token]}, column ${tokens.columns[token]} (position ${tokens.positions[token]})`;
}

function say(text) { byId("live").textContent = text; }

// --- logit lens --------------------------------------------------------------------------------------------------------

const lens = data.lens;
const [nLayers, nPositions, nTop] = lens.top.shape;
const lensTop = unpack(lens.top), lensProbs = unpack(lens.probs), wordProbs = unpack(lens.word_probs);
const lastRow = nPositions - 1; // the prompt's last token is read too, after all image tokens
const isReadable = tokens.boxes.length <= 400; // words on patches smaller than that can't be read
const strongest = !lens.words.length ? nLayers - 1 : strongestLayer(nLayers, [...tokens.boxes.keys()], (layer, row) => wordProbs[(layer * nPositions + row) * lens.words.length] / 65535);
const state = { layer: strongest, word: isReadable || !lens.words.length ? null : 0, string: null };
const topAt = (layer, row, nth) => (layer * nPositions + row) * nTop + nth;

function lensValue(layer, row) {
  if (state.word !== null) return wordProbs[(layer * nPositions + row) * lens.words.length + state.word] / 65535;
  if (state.string === null) return lensProbs[topAt(layer, row, 0)] / 65535;
  for (let nth = 0; nth < nTop; nth++) if (lensTop[topAt(layer, row, nth)] === state.string) return lensProbs[topAt(layer, row, nth)] / 65535;
  return 0;
}

const layerName = (name) => (name === "embed" ? "embed" : `after block ${name}`);
const lensStage = new Stage(byId("lens-stage"), tokens.boxes, "Image tokens. Arrow keys move between them, Escape lets go.", (token, kept) => {
  showReading(token);
  if (kept && token !== null) say(`${placeName(token)}: ${shown(lens.strings[lensTop[topAt(state.layer, token, 0)]])}`);
});

function showLens() {
  const values = tokens.boxes.map((_, token) => lensValue(state.layer, token));
  const isTop = state.word === null && state.string === null;
  const asWords = isTop && isReadable;
  lensStage.frame.classList.toggle("mapped", !asWords); // words stand on the image in colour
  lensStage.paint(asWords ? null : values);
  for (const part of byId("lens-ramp").parentNode.children) if (part.id !== "lens-legend") part.hidden = asWords;
  lensStage.write(asWords ? values.map((_, token) => lens.strings[lensTop[topAt(state.layer, token, 0)]]) : null, values);
  byId("lens-layer").value = state.layer;
  byId("lens-layer-name").textContent = layerName(lens.layers[state.layer]);
  byId("lens-layer").setAttribute("aria-valuetext", layerName(lens.layers[state.layer]));
  const what = asWords ? `The paler a word, the less probable; below ${percent(leastWritten)} none is written` : isTop ? "probability of the most probable word" : state.word !== null ? `probability of “${lens.words[state.word]}”, all spellings` : `probability of “${shown(lens.strings[state.string])}” where it is among the top ${nTop}, else shown as 0`;
  byId("lens-legend").textContent = what;
  for (const chip of byId("lens-words").children) chip.setAttribute("aria-pressed", String(chip.dataset.word === String(isTop ? "top" : state.word)));
  showReading(lensStage.current);
}

function showReading(token) {
  const row = token ?? lastRow;
  byId("lens-where").textContent = token === null ? "Last token: where the answer is read" : `Image token at ${placeName(token)}`;
  byId("lens-last").hidden = token === null;
  const head = make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Layer"), ...Array.from({ length: nTop }, (_, nth) => make("th", { scope: "col" }, `#${nth + 1}`))));
  const body = make("tbody");
  for (let layer = 0; layer < nLayers; layer++) {
    const cells = Array.from({ length: nTop }, (_, nth) => {
      const string = lensTop[topAt(layer, row, nth)], share = lensProbs[topAt(layer, row, nth)] / 65535;
      const fill = make("span", { class: "fill" });
      fill.style.width = `${share * 100}%`;
      const title = `${JSON.stringify(lens.strings[string])}, token ${lens.ids[string]}: ${percent(share)}`;
      return make("td", {}, make("button", { type: "button", class: "word", title, onclick: () => choose(null, string) }, fill, make("span", { class: "name" }, shown(lens.strings[string])), make("span", { class: "share" }, percent(share))));
    });
    const name = make("button", { type: "button", class: "layer", onclick: () => { state.layer = layer; showLens(); } }, lens.layers[layer]);
    body.append(make("tr", layer === state.layer ? { class: "current" } : {}, make("th", { scope: "row" }, name), ...cells));
  }
  byId("lens-table").replaceChildren(make("caption", { class: "hidden" }, "Most probable words by layer"), head, body);
}

function choose(word, string = null) {
  const known = string === null ? -1 : lens.words.indexOf(lens.strings[string].trim());
  state.word = known >= 0 ? known : word;
  state.string = known >= 0 ? null : string;
  showLens();
}

byId("lens-words").append(
  make("button", { type: "button", "data-word": "top", onclick: () => choose(null) }, "most probable word"),
  ...lens.words.map((word, nth) => make("button", { type: "button", "data-word": nth, onclick: () => choose(nth) }, word)),
);
byId("lens-layer").max = nLayers - 1;
byId("lens-layer").addEventListener("input", (event) => { state.layer = Number(event.target.value); showLens(); });
byId("lens-last").addEventListener("click", () => { lensStage.pointed = null; if (lensStage.pinned !== null) lensStage.pin(lensStage.pinned); else showReading(null); });
let playing = null;
byId("lens-play").addEventListener("click", (event) => {
  const button = event.currentTarget;
  const stop = () => { clearInterval(playing); playing = null; button.setAttribute("aria-pressed", "false"); button.textContent = "Play"; };
  if (playing !== null) { stop(); return; }
  state.layer = 0; showLens();
  button.setAttribute("aria-pressed", "true"); button.textContent = "Stop";
  playing = setInterval(() => { if (state.layer === nLayers - 1) stop(); else { state.layer++; showLens(); } }, 700);
});
viewChips(byId("lens-views"), lensStage, views, showLens);

// --- attention ---------------------------------------------------------------------------------------------------------

const attention = data.attention;
const nTokens = tokens.boxes.length;
const weights = unpack(attention.weights);
const weightAt = (row, head, token) => weights[(row * attention.heads + head) * nTokens + token] / 255; // of the head's largest
const bestOf = (rows) => rows.flatMap((row, i) => row.map((share, head) => [share, i, head])).reduce((a, b) => (b[0] > a[0] ? b : a));
const mostAttention = Math.max(...attention.scale.flat()) || 1; // one scale for all heads
let [, headRow, headColumn] = bestOf(attention.scale); // the head with the largest weight on one token

const attentionStage = new Stage(byId("attention-stage"), tokens.boxes, "Attention on image tokens. Arrow keys move between them, Escape lets go.", showAttention);

function showAttention(token = attentionStage.current) {
  attentionStage.paint(tokens.boxes.map((_, each) => weightAt(headRow, headColumn, each)));
  const most = attention.scale[headRow][headColumn];
  byId("attention-where").textContent = `Layer ${attention.layers[headRow]}, head ${headColumn}: ${percent(attention.share[headRow][headColumn])} of its attention is on the image`;
  byId("attention-high").textContent = most.toPrecision(2);
  byId("attention-legend").textContent = token === null ? "attention weight" : `${placeName(token)}: ${(most * weightAt(headRow, headColumn, token)).toPrecision(2)}`;
}

function drawHead(canvas, row, head) {
  const context = canvas.getContext("2d");
  context.filter = "grayscale(1)";
  context.drawImage(byId("photo"), 0, 0, canvas.width, canvas.height);
  context.filter = "none";
  const scale = [canvas.width / imageWidth, canvas.height / imageHeight];
  for (const token of attentionStage.view.members) {
    const [x1, y1, x2, y2] = tokens.boxes[token];
    const [left, top, right, bottom] = [x1 * scale[0], y1 * scale[1], x2 * scale[0], y2 * scale[1]].map(Math.round);
    context.fillStyle = colour((weightAt(row, head, token) * attention.scale[row][head]) / mostAttention);
    context.fillRect(left, top, right - left, bottom - top);
  }
}

function showHeads() {
  const wide = attention.heads <= 8 ? 104 : attention.heads <= 16 ? 64 : 38;
  const grid = byId("attention-heads");
  grid.style.gridTemplateColumns = `auto repeat(${attention.heads}, auto)`;
  grid.replaceChildren();
  const buttons = [];
  attention.layers.forEach((layer, row) => {
    grid.append(make("span", { class: "name" }, `layer ${layer}`));
    for (let head = 0; head < attention.heads; head++) {
      const canvas = make("canvas", { width: wide, height: Math.max(1, Math.round((wide * imageHeight) / imageWidth)) });
      drawHead(canvas, row, head);
      const share = percent(attention.share[row][head]);
      const button = make("button", { type: "button", class: "head", tabindex: -1, "aria-pressed": "false", "aria-label": `layer ${layer}, head ${head}: ${share} on the image`, title: `layer ${layer}, head ${head}`, onclick: () => pick(row, head) }, canvas);
      if (wide > 40) button.append(make("span", {}, share));
      buttons.push(button);
      grid.append(button);
    }
  });
  function pick(row, head, focus = false) {
    const old = buttons[headRow * attention.heads + headColumn];
    [headRow, headColumn] = [row, head];
    const now = buttons[row * attention.heads + head];
    old.setAttribute("aria-pressed", "false"); old.tabIndex = -1;
    now.setAttribute("aria-pressed", "true"); now.tabIndex = 0;
    if (focus) now.focus();
    showAttention();
  }
  grid.onkeydown = (event) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step) return;
    event.preventDefault();
    const row = headRow + step[0], head = headColumn + step[1];
    if (row >= 0 && row < attention.layers.length && head >= 0 && head < attention.heads) pick(row, head, true);
  };
  pick(headRow, headColumn);
}
viewChips(byId("attention-views"), attentionStage, views, showHeads);

// --- patching ----------------------------------------------------------------------------------------------------------

function showPatching() {
  const { layers, curves, new: fresh } = data.patching;
  const chart = byId("chart");
  const all = curves.flatMap((curve) => curve.values);
  const low = Math.min(-0.1, ...all), high = Math.max(1.1, ...all);
  const [left, right, top, bottom] = [48, 628, 12, 330];
  const x = (layer) => left + ((right - left) * (layer + 0.15)) / (layers.length - 0.7);
  const y = (value) => bottom - ((bottom - top) * (value - low)) / (high - low);
  for (const level of [0, 0.25, 0.5, 0.75, 1]) {
    chart.append(draw("line", { class: "axis", x1: left, x2: right, y1: y(level), y2: y(level), "stroke-dasharray": level % 1 ? "2 5" : "none" }));
    chart.append(draw("text", { x: left - 8, y: y(level) + 4, "text-anchor": "end" }, String(level)));
  }
  const every = Math.ceil(layers.length / 12);
  layers.forEach((layer, nth) => nth % every || chart.append(draw("text", { x: x(nth), y: bottom + 20, "text-anchor": "middle" }, layer)));
  chart.append(draw("text", { x: (left + right) / 2, y: bottom + 42, "text-anchor": "middle" }, "residual stream patched after block"));
  curves.forEach((curve, nth) => {
    const stroke = data.colours[nth % data.colours.length];
    chart.append(draw("polyline", { class: "curve", stroke, "stroke-width": [5, 5, 2.5, 2.5, 3][nth % 5], "stroke-dasharray": ["none", "none", "9 5", "9 4 2 4", "2 5"][nth % 5], points: curve.values.map((value, layer) => `${x(layer)},${y(value)}`).join(" ") }));
    curve.values.forEach((value, layer) => chart.append(draw("circle", { cx: x(layer), cy: y(value), r: layers.length > 16 ? 3 : 5, fill: stroke }, draw("title", {}, `${curve.name}, ${layerName(layers[layer])}: ${value.toFixed(2)}, next word “${curve.answers[layer]}”`))));
    const swatch = make("i");
    swatch.style.background = stroke;
    byId("chart-legend").append(make("span", {}, swatch, curve.name));
  });
  const head = make("tr", {}, make("th", { scope: "col" }, "After"), ...curves.map((curve) => make("th", { scope: "col" }, curve.name)));
  const rows = layers.map((layer, nth) => make("tr", {}, make("th", { scope: "row" }, layer), ...curves.map((curve) => {
    const answer = curve.answers[nth];
    return make("td", answer === fresh ? { class: "new" } : {}, curve.values[nth].toFixed(2), " ", make(answer === fresh ? "strong" : "span", {}, shown(answer)));
  })));
  byId("patching-table").append(make("caption", { class: "hidden" }, "Recovered logit difference and next word, by layer and group of positions"), make("thead", {}, head), make("tbody", {}, ...rows));
}

showLens();
showPatching();
byId("photo").decode().catch(() => {}).then(showHeads);
