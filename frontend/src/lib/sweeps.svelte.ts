// Sweeps: one at a time is run, and what is finished stays with its study.

import { POINTS } from "./changes.svelte";
import type { Session, Study } from "./session.svelte";
import type { View } from "./wire";

const OVER: Record<string, string> = { groups: "groups of tokens", positions: "single tokens", heads: "heads" };

export function titleOf(name: string, asked: any): string {
  if (name === "knockout") return `Attention knocked out${asked.window > 1 ? `, ${asked.window} layers at a time` : ""}`;
  if (name === "gradients") return `Patches estimated by gradients: ${POINTS[asked.point]}`;
  const { point, over, direction, positions } = asked;
  return `Patches: ${over === "heads" ? "" : `${POINTS[point]}, `}${OVER[over]}, ${direction === "noise" ? "noising" : "denoising"}${positions ? `, ${positions.length} selected tokens` : ""}`;
}

export class Sweeping {
  view = $state.raw<View | null>(null);
  name = $state("");
  running = $state(false);
  error = $state("");
  private stop: AbortController | null = null;
  constructor(private session: Session) {}

  async start(study: Study, name: string, asked: object) {
    this.reset();
    const mine = (this.stop = new AbortController());
    Object.assign(this, { name, running: true });
    try {
      for await (const view of this.session.source.stream(study.id, name, asked, mine.signal)) if (this.stop === mine) this.view = view;
      if (this.stop !== mine || !this.view) return;
      await study.view(name, asked); // which the server has kept
      study.keepSweep(name, asked);
      this.view = null;
    } catch (failure) {
      if (this.stop === mine && (failure as Error).name !== "AbortError") this.error = (failure as Error).message;
    } finally {
      if (this.stop === mine) this.running = false;
    }
  }
  cancel() {
    this.stop?.abort();
    this.running = false;
  }
  // Forgets what was found of a sweep that did not end.
  reset() {
    this.cancel();
    this.stop = null;
    Object.assign(this, { view: null, error: "" });
  }
}
