// Interventions: what they are in words, and the model with them.

import { Study, type Change, type Session } from "./session.svelte";
import type { View } from "./wire";

export const unchanged: Change = { kind: "zero", point: "z", layers: null, heads: null, positions: null, keys: null, image_keys: null, strength: 1, source: null, dictionary: null, feature: null, on: true };
export const KINDS: Record<string, string> = { zero: "set to zero", mean: "set to the mean", scale: "scale", block: "block attention", patch: "patch from the second", resample: "resample from the second", steer: "steer to the second", project: "take out the difference from the second" };
export const FROM_A_SOURCE = ["patch", "resample", "steer", "project"];
export const POINTS: Record<string, string> = { z: "heads", attn_out: "attention", mlp_out: "MLP", resid_post: "stream behind the layer", resid_mid: "stream between", resid_pre: "stream before the layer" };

const few = (values: number[] | null, all: string) => (values === null ? all : values.length > 6 ? `${values.length} (${values[0]}…${values.at(-1)})` : values.join(", "));
const ofFeature = ({ kind, feature, dictionary, strength, positions }: Change) => `${kind === "ablate_feature" ? "set to zero" : kind === "clamp_feature" ? `set to ${strength}` : `add ${strength} to`} · feature ${feature} of ${dictionary} · tokens ${few(positions, "all")}`;
export const described = (change: Change) => change.feature !== null ? ofFeature(change) : `${KINDS[change.kind]}${change.kind === "block" ? "" : ` · ${POINTS[change.point]}`} · layers ${few(change.layers, "all")}${change.heads ? ` · head ${few(change.heads, "")}` : ""} · ${change.kind === "block" ? "from " : ""}tokens ${few(change.positions, "all")}${change.keys ? ` to ${few(change.keys, "all")}` : ""}${change.image_keys ? ` to image features ${few(change.image_keys, "all")}` : ""}${["scale", "steer"].includes(change.kind) ? ` · ×${change.strength}` : ""}`;

// The answer with the changes, beside the one without; and every view of the changed model.
export class Changing {
  result = $state.raw<View | null>(null);
  running = $state(false);
  error = $state("");
  private runs = 0;
  private halt: AbortController | null = null;
  constructor(private session: Session) {}

  // The study of the unchanged model.
  get base(): Study | null {
    return this.session.clean ?? this.session.study;
  }
  get active(): Change[] {
    return this.session.changes.filter((each) => each.on);
  }

  async run() {
    const { session, base } = this;
    const changes = this.active.map(({ on, ...rest }) => ({ ...rest, source: rest.source && session.second ? session.second.id : rest.source }));
    this.cancel();
    const mine = ++this.runs, halt = (this.halt = new AbortController());
    Object.assign(this, { error: "", running: base !== null && changes.length > 0 });
    if (!base) return;
    if (!changes.length) {
      this.result = null;
      return this.back();
    }
    try {
      for await (const view of session.source.stream(base.id, "changes", { changes, max_new_tokens: 16 }, halt.signal)) {
        if (mine !== this.runs) return;
        this.result = view;
      }
      if (session.changed) await this.see();
    } catch (failure) {
      if (mine === this.runs && (failure as Error).name !== "AbortError") this.error = (failure as Error).message;
    } finally {
      if (mine === this.runs) this.running = false;
    }
  }
  cancel() {
    this.halt?.abort();
  }
  // Forgets what was found.
  reset() {
    this.runs++;
    this.cancel();
    Object.assign(this, { result: null, running: false, error: "" });
  }
  // Every view of the changed model, in the place of the unchanged one.
  async see() {
    const { session, base, result } = this;
    if (!result || !base) return;
    session.changed = true;
    const { study: id, after } = result.about, bytes = await session.during(session.source.tokens(id));
    if (!bytes || this.base !== base || this.result !== result) return;
    const changed = new Study(session.source, id, bytes);
    changed.answer = after;
    changed.asked = base.asked;
    session.clean = base;
    session.study = changed;
  }
  back() {
    const { session } = this;
    session.changed = false;
    if (session.clean) session.study = session.clean;
    session.clean = null;
  }
}
